// Runs before Next: records the client, the origin and the target of each request, and drops every header
// that claims to know them already.
import 'server-only'
import { channel, subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { newReference, requestStore, type RequestFacts } from '../session/request.ts'
import { BARE_POLICY, guardHeaders } from './guard-headers.ts'
import { inspectRequest } from './inspect-request.ts'
import { answerMalformed } from './malformed.ts'

/**
 * Next would trust these: `X-Forwarded-Host` beats `Host` in its own check of actions (docs/security.md,
 * "Traps in Next").
 */
const SPOOFABLE_HEADERS = [
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
]
const MAX_AGENT_LENGTH = 300

const Arrival = z.object({
  request: z.instanceof(IncomingMessage),
  response: z.instanceof(ServerResponse),
  pass: z.custom<() => void>((pass) => typeof pass === 'function'),
})

/**
 * Called once at boot. Every request of this process gets its facts before the first line of Next runs, and
 * requests that no page of ours should see are answered here. Throws where `scripts/serve/` does not run
 * before Next.
 */
export function installRequestContext(): void {
  const installed = channel('portal.context')
  if (!installed.hasSubscribers)
    throw new Error('The portal is started by npm start or npm run dev: Next alone lets everything in.')
  subscribe('portal.arrival', (arrival) => {
    const { data } = Arrival.safeParse(arrival)
    if (data) handleArrival(data)
  })
  subscribe('portal.malformed', answerMalformed)
  installed.publish({})
}

function handleArrival({ request, response, pass }: z.output<typeof Arrival>): void {
  const facts = factsOf(request, response)
  requestStore().run(facts, () => {
    inspectRequest(request, response, pass).catch((error: unknown) => {
      log.error('a request was lost at the door', { error, reference: facts.reference })
      response.destroy()
    })
  })
}

function factsOf(request: IncomingMessage, response: ServerResponse): RequestFacts {
  toOriginForm(request)
  if (hostsOf(request) > 1) request.headers.host = ''
  const address = clientAddress(request.socket.remoteAddress ?? '', request.headers['x-forwarded-for'])
  const viaProxy = ['x-forwarded-for', 'via', ...SPOOFABLE_HEADERS].some(
    (name) => request.headers[name] !== undefined,
  )
  for (const name of SPOOFABLE_HEADERS) delete request.headers[name]
  request.headers['x-forwarded-for'] = address
  const reference = newReference()
  const { path, search } = locationOf(request.url ?? '')
  // For what is answered before the gate runs: here, or by Next itself.
  const defaults = guardHeaders(BARE_POLICY, { host: request.headers.host ?? '', path }, env().portalOrigin)
  for (const [name, value] of Object.entries(defaults)) response.setHeader(name, value)
  response.setHeader('x-request-id', reference)
  return {
    reference,
    address,
    agent: (request.headers['user-agent'] ?? '').slice(0, MAX_AGENT_LENGTH),
    host: request.headers.host ?? '',
    path,
    search,
    keepsPage: keepsPage(request),
    direct: !viaProxy && isLoopback(request.socket.remoteAddress ?? ''),
    setStatus: (status) => {
      if (!response.headersSent) response.statusCode = status
    },
  }
}

/** Path and query of a URL, without Next's own parameter, which does not change the page. */
function locationOf(url: string): { path: string; search: string } {
  const [path = '', ...rest] = url.split('?')
  const query = new URLSearchParams(rest.join('?'))
  query.delete('_rsc')
  return { path, search: `${query}` }
}

function keepsPage({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET') return true
  const from = URL.parse(headers.referer ?? '')
  if (headers['rsc'] === undefined || from === null) return false
  const [target, current] = [locationOf(url), locationOf(from.pathname + from.search)]
  return target.path === current.path && target.search === current.search
}

/**
 * A request for a whole URL names its host there and not in `Host` (RFC 9112, 3.2.2); Next would take the URL
 * for a path.
 */
function toOriginForm(request: IncomingMessage): void {
  const url = request.url?.startsWith('/') ? null : URL.parse(request.url ?? '')
  if (url === null || url.host === '') return
  request.headers.host = url.host
  request.url = url.pathname + url.search
}

/**
 * How often the request names its host: two names count as none (RFC 9112, 3.2), and Node would take the
 * first.
 */
function hostsOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length
}

/**
 * The last address that is not a trusted proxy: `X-Forwarded-For` is read from its end, and only where the
 * peer is trusted.
 */
function clientAddress(peer: string, forwarded: string | string[] | undefined): string {
  const hops = [...String(forwarded ?? '').split(','), peer].map((hop) => hop.trim()).filter(ipaddr.isValid)
  while (hops.length > 1 && isTrusted(hops.at(-1) ?? '')) hops.pop()
  const last = hops.at(-1)
  return last === undefined ? 'unknown' : ipaddr.process(last).toString()
}

function isLoopback(peer: string): boolean {
  return ipaddr.isValid(peer) && ipaddr.process(peer).range() === 'loopback'
}

function isTrusted(address: string): boolean {
  const parsed = ipaddr.process(address)
  return env().trustedProxies.some((cidr) => {
    const [range, bits] = ipaddr.parseCIDR(
      cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`,
    )
    return range.kind() === parsed.kind() && parsed.match(range, bits)
  })
}
