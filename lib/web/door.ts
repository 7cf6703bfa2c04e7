// Stands before Next: notes who asks, from where and for what, and drops every header that pretends to know it already.
import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'
import ipaddr from 'ipaddr.js'
import { env } from '../env.ts'
import { newReference, requestStore } from '../session/request.ts'

/** Next would believe these: `X-Forwarded-Host` beats `Host` in its own check of actions (security.md, traps). */
const PRETENDERS = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip']
const LONGEST_AGENT = 300

/** Called once at boot. Every request of this process gets its facts before the first line of Next runs. */
export function openDoor(): void {
  subscribe('http.server.request.start', (event: unknown) => {
    if (typeof event !== 'object' || event === null || !('request' in event) || !('response' in event)) return
    const { request, response } = event
    if (request instanceof IncomingMessage && response instanceof ServerResponse) note(request, response)
  })
}

function note(request: IncomingMessage, response: ServerResponse): void {
  const address = clientAddress(request.socket.remoteAddress ?? '', request.headers['x-forwarded-for'])
  for (const name of PRETENDERS) delete request.headers[name]
  request.headers['x-forwarded-for'] = address
  const reference = newReference()
  response.setHeader('x-request-id', reference)
  requestStore().enterWith({
    reference,
    address,
    agent: (request.headers['user-agent'] ?? '').slice(0, LONGEST_AGENT),
    path: (request.url ?? '').split('?')[0] ?? '',
    answerWith: (status) => {
      if (!response.headersSent) response.statusCode = status
    },
  })
}

/** The last address that no trusted proxy stands behind: `X-Forwarded-For` is read from its end, and only where the peer is trusted. */
function clientAddress(peer: string, forwarded: string | string[] | undefined): string {
  const hops = [...String(forwarded ?? '').split(','), peer].map((hop) => hop.trim()).filter(ipaddr.isValid)
  while (hops.length > 1 && trusted(hops.at(-1) ?? '')) hops.pop()
  const last = hops.at(-1)
  return last === undefined ? 'unknown' : ipaddr.process(last).toString()
}

function trusted(address: string): boolean {
  const parsed = ipaddr.process(address)
  return env().trustedProxies.some((cidr) => {
    const [range, bits] = ipaddr.parseCIDR(
      cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`,
    )
    return range.kind() === parsed.kind() && parsed.match(range, bits)
  })
}
