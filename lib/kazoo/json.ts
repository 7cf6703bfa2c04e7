// Parses JSON from a server that may be hostile: its depth is measured before it is parsed, and keys that
// reach into prototypes are dropped.
import 'server-only'
import { WireError } from './wire-error.ts'

/** Crossbar's deepest documents (callflows) stay far below. */
const MAX_DEPTH = 100
const QUOTE = 0x22
const BACKSLASH = 0x5c
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype'] as const

/**
 * The value of the JSON in `bytes` (UTF-8).
 * @throws WireError `malformed`: not JSON, or nested more than 100 deep (docs/security.md row 8)
 */
export function parseJson(bytes: Buffer): unknown {
  if (tooDeep(bytes)) throw new WireError('malformed')
  try {
    return withoutPrototypeKeys(JSON.parse(bytes.toString('utf8')))
  } catch {
    // The message of JSON.parse quotes the text.
    throw new WireError('malformed')
  }
}

function tooDeep(bytes: Buffer): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (quoted) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) quoted = false
    } else if (byte === QUOTE) quoted = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MAX_DEPTH) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

function withoutPrototypeKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const key of PROTOTYPE_KEYS) if (Object.hasOwn(value, key)) Reflect.deleteProperty(value, key)
  for (const item of Object.values(value)) withoutPrototypeKeys(item)
  return value
}
