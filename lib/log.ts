// Writes the log: one JSON line per event, without secrets or Kazoo ids.
import 'server-only'
import { pino } from 'pino'
import { Sealed } from './sealed.ts'

type Fields = Readonly<Record<string, unknown>>

const SECRET_KEY = /pass(word|wd)|token|secret|credential|cookie|authorization|api_?key|^key$|^pin$/i
// Tokens (JWT), sealed cookies, passwords in URLs, and hex strings of at least the length of a Kazoo id. Not
// UUIDs: ours are how a line is found.
const SECRET_VALUE = [
  /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g,
  /Fe26\.\d\*[^\s"']*/g,
  /(?<=:\/\/)[^/\s:@]*:[^/\s@]*(?=@)/g,
  /[0-9a-f]{24,}/gi,
]
const MAX_DEPTH = 6
const MAX_LENGTH = 2_000

const logger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: { level: (label) => ({ level: label }) },
  },
  // Not through process.stdout, whose other output is converted (scripts/serve/json-output.ts).
  pino.destination(1),
)

/** `text` with everything that looks like a secret or a Kazoo id redacted, cut at 2,000 characters. */
function redactText(text: string): string {
  const clean = SECRET_VALUE.reduce((rest, secret) => rest.replace(secret, '[redacted]'), text)
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}...` : clean
}

function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? '[function]' : value
  if (value instanceof Sealed) return '[sealed]'
  if (depth >= MAX_DEPTH) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      redactText(key),
      SECRET_KEY.test(key) ? '[redacted]' : redact(item, depth + 1),
    ]),
  )
}

function redactError(error: Error, depth: number): Fields {
  const { name, message, stack, cause } = error
  const code = 'code' in error ? { code: redact(error.code, depth + 1) } : {}
  const frames = stack?.split('\n').slice(1, 8).join('\n') ?? ''
  const causeField = cause === undefined ? {} : { cause: redact(cause, depth + 1) }
  return { name, message: redactText(message), ...code, stack: redactText(frames), ...causeField }
}

function logAt(level: 'debug' | 'info' | 'warn' | 'error') {
  return (event: string, fields: Fields = {}): void => {
    const clean = redact(fields)
    logger[level](typeof clean === 'object' && clean !== null ? clean : {}, redactText(event))
  }
}

/**
 * Writes one line. `event` is a short constant text; what varies goes into `fields`, always with the
 * `reference` of the request. Keys that name a secret and values that look like one are redacted. JSON keeps
 * a value with line breaks on one line.
 */
export const log = { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') }
