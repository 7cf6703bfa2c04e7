// Passes a form to Next whole or not at all: its length and the number of its parts are known before anything
// parses it.
import 'server-only'
import type { IncomingMessage } from 'node:http'

/** Next's own limit for actions; no form of ours comes near it. */
const MAX_BYTES = 1024 * 1024
/**
 * The longest form ("All settings" of an account) has about 400 fields; parsing each costs time that other
 * requests wait for.
 */
const MAX_PARTS = 2_000
/** How much of a body that is too long is read to its end, so that the browser reads the answer. */
const MAX_READ_BYTES = 16 * 1024 * 1024

/**
 * Waits for the body of `request` before anything else reads it, and puts it back. `too large`: it is longer
 * than 1 MB or has more than 2,000 parts; then it is dropped. Never settles when the client hangs up.
 */
export async function bufferBody(request: IncomingMessage): Promise<'whole' | 'too large'> {
  const chunks = await chunksOf(request)
  const parts = partsOf(Buffer.concat(chunks ?? []), request.headers['content-type'] ?? '')
  const fits = chunks !== null && parts <= MAX_PARTS
  if (fits) for (const chunk of chunks) request.push(chunk)
  request.push(null)
  if (!fits) request.resume()
  return fits ? 'whole' : 'too large'
}

/**
 * Reads from the socket instead of the stream's buffer, up to the end of the body; null when it is too long.
 */
function chunksOf(request: IncomingMessage): Promise<Buffer[] | null> {
  const push = request.push.bind(request)
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    const end = (answer: Buffer[] | null) => {
      request.push = push
      resolve(answer)
    }
    request.push = (chunk: Buffer | null) => {
      if (chunk === null) end(length > MAX_BYTES ? null : chunks)
      else {
        length += chunk.length
        if (length <= MAX_BYTES) chunks.push(chunk)
        else chunks.length = 0
        if (length > MAX_READ_BYTES) end(null)
      }
      return true
    }
  })
}

/** The maximum number of parts that a parser would find: counted by their separators. */
function partsOf(body: Buffer, type: string): number {
  if (/^application\/x-www-form-urlencoded/i.test(type)) return countOf(body, '&')
  const [, quoted, plain] = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  return boundary === undefined ? 0 : countOf(body, `--${boundary}`)
}

function countOf(body: Buffer, separator: string): number {
  let count = 0
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + separator.length))
    count += 1
  return count
}
