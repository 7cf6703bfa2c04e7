// What the operator reads: one JSON line an event. No secret and no Kazoo id gets into it, by key or by value.
import 'server-only'
import { pino } from 'pino'
import { Sealed } from './sealed.ts'

type Fields = Readonly<Record<string, unknown>>

const SECRET_KEY = /pass(word|wd)|token|secret|credential|cookie|authorization|api_?key|^key$|^pin$/i
// Tokens (JWT), seals of the cookie, base64 of keys, and hex runs as long as a Kazoo id or longer, also as a part of a word.
const SECRET_VALUE = [
  /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g,
  /Fe26\.\d\*[^\s"']*/g,
  /(?<=:\/\/)[^/\s:@]*:[^/\s@]*(?=@)/g,
  /[0-9a-f]{32,}/gi,
]
const DEEPEST = 6
const LONGEST = 2_000

const line = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: { level: (label) => ({ level: label }) },
  },
  // Not by way of the stream, which is for what is written past the log (scripts/serve/json-output.ts).
  pino.destination(1),
)

/** `text` with everything that looks like a secret or a Kazoo id blanked, cut at 2,000 characters. */
function blank(text: string): string {
  const clean = SECRET_VALUE.reduce((rest, secret) => rest.replace(secret, '[redacted]'), text)
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}...` : clean
}

function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return blank(value)
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? '[function]' : value
  if (value instanceof Sealed) return '[sealed]'
  if (depth >= DEEPEST) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      blank(key),
      SECRET_KEY.test(key) ? '[redacted]' : redact(item, depth + 1),
    ]),
  )
}

function redactError(error: Error, depth: number): Fields {
  const { name, message, stack, cause } = error
  const code = 'code' in error ? { code: redact(error.code, depth + 1) } : {}
  const first = stack?.split('\n').slice(1, 8).join('\n') ?? ''
  const because = cause === undefined ? {} : { cause: redact(cause, depth + 1) }
  return { name, message: blank(message), ...code, stack: blank(first), ...because }
}

function at(level: 'debug' | 'info' | 'warn' | 'error') {
  return (event: string, fields: Fields = {}): void => {
    const clean = redact(fields)
    line[level](typeof clean === 'object' && clean !== null ? clean : {}, blank(event))
  }
}

/**
 * Writes one line. `event` is a short constant sentence; what varies goes into `fields`, always with the request's
 * `reference`. Keys that name a secret and values that look like one are blanked; JSON keeps a name with line breaks on its line.
 */
export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
