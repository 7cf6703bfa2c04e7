// The only way out to a Crossbar: checks the address of every new connection and dials exactly that one
// (docs/security.md row 6).
import 'server-only'
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { LRUCache } from 'lru-cache'
import { Agent, type buildConnector, type Dispatcher } from 'undici'
import { isGlobalUnicast, isInside } from './addresses.ts'
import { WireError } from './wire-error.ts'
import type { CrossbarOrigin } from './origin.ts'

/** All addresses of a name, in the order in which they are tried. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>

const lookupAll: Lookup = (host) => systemLookup(host, { all: true, order: 'ipv4first' })

/** The limit of a connection attempt, including name look-up and TLS. */
const CONNECT_MS = 3_000
const MAX_ADDRESSES = 2
const MAX_AGENTS = 64
const MAX_CONNECTIONS = 48
const IDLE_MS = 30_000

const agents = new WeakMap<Lookup, LRUCache<string, Agent>>()

/**
 * The dispatcher for one Crossbar: HTTP/1.1 over keep-alive connections, no redirects, no proxy of the
 * environment. It resolves names with `lookup`, again for every connection: a name that starts to resolve
 * elsewhere is refused then (DNS rebinding).
 */
export function egress(origin: CrossbarOrigin, lookup: Lookup = lookupAll): Dispatcher {
  const known = agents.get(lookup) ?? new LRUCache({ max: MAX_AGENTS, dispose: (old) => void old.close() })
  agents.set(lookup, known)
  const key = `${origin.text} ${origin.cidr ?? ''}`
  const agent = known.get(key) ?? agentFor(origin, lookup)
  known.set(key, agent)
  return agent
}

function agentFor(origin: CrossbarOrigin, lookup: Lookup): Agent {
  return new Agent({
    connections: MAX_CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    connect: (_options, callback) => void connect(origin, lookup, callback),
  })
}

async function connect(
  origin: CrossbarOrigin,
  lookup: Lookup,
  callback: buildConnector.Callback,
): Promise<void> {
  const socket = await connectTo(origin, lookup).catch(
    (error: unknown) => new WireError('not connected', error),
  )
  if (socket instanceof WireError) callback(socket, null)
  else callback(null, socket)
}

/** Connects to `origin` at an address that may be dialled, within three seconds. */
export async function connectTo(origin: CrossbarOrigin, lookup: Lookup = lookupAll): Promise<Socket> {
  const deadline = AbortSignal.timeout(CONNECT_MS)
  const addresses = await beforeDeadline(deadline, lookup(origin.host))
  const refused = addresses.some(({ address }) => !mayDial(origin, address))
  if (refused || addresses.length === 0)
    throw new Error('the name resolves into a network that may not be dialled')

  const candidates = addresses.slice(0, MAX_ADDRESSES)
  for (const { address } of candidates.slice(0, -1)) {
    // An address that never answers leaves half the time to the next.
    const socket = await dial(origin, address, AbortSignal.timeout(CONNECT_MS / 2)).catch(() => null)
    if (socket) return socket
  }
  return dial(origin, candidates.at(-1)?.address ?? '', deadline)
}

function mayDial(origin: CrossbarOrigin, address: string): boolean {
  return origin.cidr === null ? isGlobalUnicast(address) : isInside(address, origin.cidr)
}

function dial(origin: CrossbarOrigin, address: string, deadline: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const options = { host: address, port: origin.port, noDelay: true, keepAlive: true }
  const socket =
    origin.scheme === 'http:'
      ? connectTcp(options)
      : connectTls({
          ...options,
          ...(isIP(origin.host) === 0 && { servername: origin.host }),
          ALPNProtocols: ['http/1.1'],
          minVersion: 'TLSv1.2',
          // Set explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 would change the default.
          rejectUnauthorized: true,
        })
  const giveUp = () => socket.destroy(new Error('no connection in time'))
  deadline.addEventListener('abort', giveUp, { once: true })
  socket.once('error', reject)
  socket.once(origin.scheme === 'http:' ? 'connect' : 'secureConnect', () => {
    deadline.removeEventListener('abort', giveUp)
    socket.removeListener('error', reject)
    resolve(socket)
  })
  return promise
}

function beforeDeadline<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  deadline.addEventListener('abort', () => reject(new Error('no address in time')), { once: true })
  return Promise.race([work, promise])
}
