// For libraries that use Node's own http: an agent that reaches only what egress.ts may dial, and reads no
// endless answer.
import 'server-only'
import { Agent, type ClientRequestArgs } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { env } from '../env.ts'
import { connectTo } from './egress.ts'
import { WireError } from './wire-error.ts'
import { crossbarOrigin, type CrossbarOrigin } from './origin.ts'

/**
 * The maximum size of one answer in bytes, including its head and the TLS around it; and its maximum time in
 * all, in ms.
 */
const MAX_BYTES = 1024 * 1024
const MAX_MS = 10_000
const CHECK_MS = 50

type ConnectCallback = (error: Error | null, stream: Duplex) => void

/**
 * One connection for each request. It accepts http and https, so that one default serves every tenant's
 * provider.
 */
class GuardedAgent extends Agent {
  override createConnection(options: ClientRequestArgs, callback?: ConnectCallback): undefined {
    void connectGuarded(options, callback)
  }
}

async function connectGuarded(options: ClientRequestArgs, callback?: ConnectCallback): Promise<void> {
  const socket = await openSocket(options).catch((error: unknown) => new WireError('not connected', error))
  if (socket instanceof WireError) callback?.(socket, new Duplex())
  else callback?.(null, socket)
}

async function openSocket(options: ClientRequestArgs): Promise<Socket> {
  const socket = await connectTo(providerOrigin(`${options.protocol}//${hostOf(options)}`))
  const timeout = setTimeout(() => socket.destroy(), MAX_MS)
  const sizeCheck = setInterval(() => {
    if (socket.bytesRead > MAX_BYTES) socket.destroy()
  }, CHECK_MS)
  socket.once('close', () => {
    clearTimeout(timeout)
    clearInterval(sizeCheck)
  })
  return socket
}

/**
 * Node sets 80 for a port that an https address leaves out, because an agent for both has no port of its own.
 */
function hostOf({ protocol, host, port }: ClientRequestArgs): string {
  const plain = port === undefined || port === null || Number(port) === 80
  return plain || (protocol === 'https:' && Number(port) === 443) ? `${host}` : `${host}:${port}`
}

/**
 * The checked origin of an identity provider's address, by the rule for Crossbars (docs/security.md row 5)
 * and OIDC_ALLOWED_ORIGINS.
 * @throws RefusedOrigin
 */
export function providerOrigin(address: string): CrossbarOrigin {
  return crossbarOrigin(URL.parse(address)?.origin ?? '', env().oidcAllowedOrigins)
}

/** The agent; Node asks an agent without a protocol for either. */
export const guardedAgent: Agent = Object.assign(new GuardedAgent({ keepAlive: false, maxSockets: 64 }), {
  protocol: undefined,
})
