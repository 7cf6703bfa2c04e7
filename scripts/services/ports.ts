// Ports that the system gives us, on this machine's own loopback.
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of 127.0.0.1 that is free now. Whoever binds it must be ready to lose the race and ask again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('this system gives no ports')
  return address.port
}

/**
 * Whether nobody listens on `port` of this machine's loopback: what only the IPv6 address has would be asked
 * first by browsers.
 */
export async function isFree(port: number): Promise<boolean> {
  const there = await Promise.all(['127.0.0.1', '::1'].map((host) => isFreeAt(host, port)))
  return there.every(Boolean)
}

const NO_SUCH_ADDRESS: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/** One address; where a machine has none of its kind, nobody listens there. */
async function isFreeAt(host: string, port: number): Promise<boolean> {
  const server = createServer()
  const outcome = await new Promise<boolean>((resolve) => {
    server.once('error', (error) => resolve('code' in error && NO_SUCH_ADDRESS.has(error.code)))
    server.listen(port, host, () => resolve(true))
  })
  if (server.listening) {
    server.close()
    await once(server, 'close')
  }
  return outcome
}
