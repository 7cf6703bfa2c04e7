// A TCP relay for tests: one address whose target can change at any time, as after a fail-over.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Relay = {
  readonly port: number
  /** The number of connections so far. */
  readonly accepted: number
  /** The target of new connections; open ones keep theirs. */
  leadTo(port: number): void
  /**
   * Connections stay open, but nothing passes any more. `old`: only those that are open now. `answers`:
   * requests still pass.
   */
  freeze(which?: 'all' | 'old' | 'answers'): void
  thaw(): void
  /** Closes every connection. */
  cut(): void
  close(): void
}

/** Opens a relay on loopback to `target`, also a loopback port. */
export async function openRelay(target: number): Promise<Relay> {
  const open = new Set<Socket>()
  const answering = new Set<Socket>()
  let [destination, accepted, frozen] = [target, 0, false]
  const server = createServer((near) => {
    accepted += 1
    const far = connect(destination, '127.0.0.1')
    answering.add(far)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        answering.delete(socket)
        other.destroy()
      })
    }
    if (frozen) hold([near, far])
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const cut = () => open.forEach((socket) => socket.destroy())
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    get accepted() {
      return accepted
    },
    leadTo: (port) => void (destination = port),
    freeze: (which = 'all') => {
      frozen = which === 'all'
      hold(which === 'answers' ? answering : open)
    },
    thaw: () => {
      frozen = false
      for (const socket of open) socket.resume()
    },
    cut,
    close: () => {
      cut()
      server.close()
    },
  }
}

function hold(sockets: Iterable<Socket>): void {
  for (const socket of sockets) socket.pause()
}
