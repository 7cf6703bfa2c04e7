// Finds free loopback ports.
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A free port of 127.0.0.1. The caller must be ready to lose the race for it and ask again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('this system gives no ports')
  return address.port
}

/** Whether `port` is free on all loopback addresses: browsers try IPv6 first. */
export async function isFree(port: number): Promise<boolean> {
  const free = await Promise.all(['127.0.0.1', '::1'].map((host) => isFreeAt(host, port)))
  return free.every(Boolean)
}

const NO_SUCH_ADDRESS: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/** One address; a machine without that kind has no listener there. */
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
