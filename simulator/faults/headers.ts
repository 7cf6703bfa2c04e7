// Response heads that node:http would refuse to write, byte by byte.
import type { Fault } from './kinds.ts'

type Which = Extract<Fault, { kind: 'headers' }>['which']

const hostile: Readonly<Record<Which, () => string>> = {
  /** One header of a megabyte. */
  huge: () => `X-Huge: ${'h'.repeat(1_000_000)}\r\n`,
  many: () => Array.from({ length: 5000 }, (_, number) => `X-Many-${number}: ${number}\r\n`).join(''),
  /** Control characters, bytes above 127, an empty name, a name with a blank. */
  odd: () => 'X-Odd: \u0001\u0007\u007f\u00ff\u00e4\r\n: no name\r\nX Blank: blank\r\nX-Null: a\u0000b\r\n',
  /** The effect of a header value with a line break: a cookie and a second answer. */
  crlf: () =>
    'X-Echo: a\r\nSet-Cookie: session=stolen; Path=/\r\nX-Bare: a\rX-Return: b\nX-Feed: c\r\nRefresh: 0;url=//evil.example\r\n',
}

/** Status line and headers of a 200 with so many bytes of JSON, and the hostile part in the middle. */
export function hostileHead(which: Which, length: number): Buffer {
  return Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${hostile[which]()}Content-Length: ${length}\r\nConnection: close\r\n\r\n`,
    'latin1',
  )
}
