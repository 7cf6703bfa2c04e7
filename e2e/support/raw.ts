// Sends requests as no client library would: byte by byte on the socket.
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestEnvironment } from './test-environment.ts'

export type RawAnswer = { status: number; head: string; body: string }

/**
 * Sends these lines as the head of a request. Returns what came back until the server closed the connection.
 */
export async function raw(world: TestEnvironment, lines: readonly string[]): Promise<RawAnswer> {
  const socket = connect(world.portal.port, '127.0.0.1')
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  const answer = await text(socket)
  const [head = '', ...body] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body.join('\r\n\r\n') }
}
