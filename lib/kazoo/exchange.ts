// Sends one request and reads its answer, within limits that a hostile server cannot stretch
// (docs/security.md row 8).
import 'server-only'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { egress, type Lookup } from './egress.ts'
import { WireError } from './wire-error.ts'
import { parseJson } from './json.ts'
import type { CrossbarOrigin } from './origin.ts'

/** The maximum size of a body after inflation, in bytes. */
const MAX_BYTES = 10 * 1024 * 1024
const JSON_TYPE = /^application\/json\s*(;|$)/i

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
export type Request = {
  origin: CrossbarOrigin
  method: Method
  /** Path and query as they are sent, `/v2/...`. */
  target: string
  headers: Readonly<Record<string, string>>
  body: string | null
  /** Aborts the exchange, including its body. */
  signal: AbortSignal
  lookup?: Lookup | undefined
}
/** `json` is undefined where an error had none. `retryAfter` is in seconds. */
export type Answer = { status: number; json: unknown; retryAfter: number | null }

const errorEnvelope = z.object({
  status: z.literal('error'),
  error: z.coerce.number().int().min(400).max(599).catch(500),
})

/**
 * Sends one request and reads its whole answer. A success that is not JSON is a fault; a success whose body
 * reports an error counts as that error.
 * @throws WireError
 */
export async function exchange(request: Request): Promise<Answer> {
  const { origin, method, target, headers, body, signal, lookup } = request
  // Waiting for a new token may have used up the time.
  if (signal.aborted) throw new WireError('not connected')
  let started = false
  try {
    const response = await egress(origin, lookup).request({
      origin: origin.text,
      method,
      path: target,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip', ...headers },
      body,
      signal,
    })
    started = true
    const status = response.statusCode
    const type = response.headers['content-type']
    const retryAfter = secondsOf(response.headers['retry-after'])
    const bytes = await read(response.body, response.headers['content-encoding'])
    const json = JSON_TYPE.test(String(type)) || (status >= 400 && !type) ? parse(bytes, status) : undefined
    if (status >= 400) return { status, json, retryAfter }
    // We follow no redirect, and a success without JSON is not Crossbar's.
    if (status >= 300 || json === undefined) throw new WireError('malformed')
    const errorBody = errorEnvelope.safeParse(json)
    return { status: errorBody.success ? errorBody.data.error : status, json, retryAfter }
  } catch (error) {
    if (error instanceof WireError) throw error
    throw new WireError(isInvalidGzip(error) ? 'malformed' : started ? 'interrupted' : 'broken', error)
  }
}

function parse(bytes: Buffer, status: number): unknown {
  try {
    return parseJson(bytes)
  } catch (error) {
    // The status of an error is enough, and the page of a gateway is not read.
    if (status >= 400) return undefined
    throw error
  }
}

async function read(body: Readable, encoding: string | string[] | undefined): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop destroys the stream, and the connection with it.
  for await (const chunk of decoded(body, encoding)) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BYTES) throw new WireError('too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, size)
}

function decoded(body: Readable, encoding: string | string[] | undefined): Readable {
  if (encoding === undefined || encoding === 'identity') return body
  const plain = createGunzip()
  // Not `pipe`, which would leave the reader waiting forever once the connection breaks.
  pipeline(body, plain, () => {})
  return encoding === 'gzip' ? plain : plain.destroy(new WireError('malformed'))
}

function isInvalidGzip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR'
}

function secondsOf(retryAfter: string | string[] | undefined): number | null {
  const text = String(retryAfter)
  if (/^\d{1,6}$/.test(text)) return Number(text)
  const retryAt = Date.parse(text)
  return Number.isNaN(retryAt) ? null : Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))
}
