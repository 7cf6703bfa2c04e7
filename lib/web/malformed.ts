// Answers on its socket what Node cannot parse as a request: with a page, and the headers of every answer.
import 'server-only'
import { STATUS_CODES } from 'node:http'
import { Duplex } from 'node:stream'
import { z } from 'zod'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { bareAnswer, type BareStatus } from './bare-page.ts'
import { guardHeaders } from './guard-headers.ts'

const Malformed = z.object({
  error: z.object({
    code: z.string().optional(),
    message: z.string(),
    rawPacket: z.instanceof(Uint8Array).optional(),
  }),
  socket: z.instanceof(Duplex),
})
/** How long the client may continue to send before it is cut off, in ms. */
const DRAIN_MS = 5_000

/** Answers what the server of `scripts/serve/` could not parse, and ends the connection. */
export function answerMalformed(event: unknown): void {
  const { data } = Malformed.safeParse(event)
  if (!data) return
  const { error, socket } = data
  const head = Buffer.from(error.rawPacket ?? []).toString('latin1')
  const status = statusOf(error, head)
  log.info('a request could not be read', { code: error.code ?? error.message, status })
  answer(socket, status, head).catch(() => socket.destroy())
}

function statusOf(
  { code, message }: { code?: string | undefined; message: string },
  head: string,
): BareStatus {
  if (message === 'CONNECT') return 405
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  // A method that HTTP does not have, in a request that otherwise starts like one.
  return code === 'HPE_INVALID_METHOD' && /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r\n/.test(head) ? 501 : 400
}

async function answer(socket: Duplex, status: BareStatus, head: string): Promise<void> {
  const [, language] = /^accept-language:[ \t]*(.+?)\r?$/im.exec(head) ?? []
  const { body, headers } = await bareAnswer(status, { acceptLanguage: language ?? null })
  const { 'Content-Security-Policy': policy = '', ...rest } = headers
  const allHeaders = {
    ...guardHeaders(policy, { host: '', path: '' }, env().portalOrigin),
    ...rest,
    ...(status === 405 || status === 501 ? { Allow: 'GET, HEAD, POST' } : {}),
    Connection: 'close',
  }
  const lines = Object.entries(allHeaders).map(([name, value]) => `${name}: ${value}`)
  const timeout = setTimeout(() => socket.destroy(), DRAIN_MS)
  socket.once('close', () => clearTimeout(timeout))
  socket.on('error', () => socket.destroy())
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
  // What it still sends is read and dropped, so that it gets to read the answer.
  socket.resume()
}
