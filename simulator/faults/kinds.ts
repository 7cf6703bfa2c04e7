// The kinds of faults that an upstream can have, as the control port accepts them.
import { isObject, type Json, type JsonObject } from '../json.ts'

/** Where a connection is cut: before the change is made, after it, or in the middle of the answer. */
const cuts = ['request', 'answer', 'headers'] as const
const oddities = ['huge', 'many', 'odd', 'crlf'] as const

export type Fault =
  | { kind: 'delay'; ms: number }
  | { kind: 'hang' }
  | { kind: 'reset'; after: (typeof cuts)[number] }
  /**
   * `tokens`: 5.0's account of the rate limit; `retryAfter` in seconds. 502, 503 and 504 come as an HTML
   * page.
   */
  | { kind: 'status'; status: number; tokens: boolean; retryAfter?: number }
  /** Half of the declared length, then the end, or nothing more. */
  | { kind: 'half'; stall: boolean }
  | { kind: 'wrong-json' }
  | { kind: 'error-envelope'; status: number }
  | { kind: 'answer'; text: string }
  | { kind: 'gzip-bomb'; megabytes: number }
  | { kind: 'drip'; everyMs: number }
  | { kind: 'redirect'; location: string; status: number }
  | { kind: 'content-type'; type: string }
  | { kind: 'headers'; which: (typeof oddities)[number] }
  | { kind: 'deep'; levels: number }
  | { kind: 'proto' }
  | { kind: 'duplicate-keys' }
  /**
   * Of an account just created (5.0): the answer of a Kazoo that has removed it again. `kept`: it has not,
   * and answers so all the same.
   */
  | { kind: 'unkept'; kept: boolean }

const parsers: Readonly<Record<Fault['kind'], (from: JsonObject) => Fault>> = {
  delay: (from) => ({ kind: 'delay', ms: number(from, 'ms', 1000) }),
  hang: () => ({ kind: 'hang' }),
  reset: (from) => ({ kind: 'reset', after: oneOf(from, 'after', cuts, 'request') }),
  status: (from) => ({
    kind: 'status',
    status: number(from, 'status', 500),
    tokens: from['tokens'] === true,
    ...(from['retryAfter'] === undefined ? {} : { retryAfter: number(from, 'retryAfter', 1) }),
  }),
  half: (from) => ({ kind: 'half', stall: from['stall'] === true }),
  'wrong-json': () => ({ kind: 'wrong-json' }),
  'error-envelope': (from) => ({ kind: 'error-envelope', status: number(from, 'status', 403) }),
  answer: (from) => ({ kind: 'answer', text: string(from, 'text') }),
  'gzip-bomb': (from) => ({ kind: 'gzip-bomb', megabytes: number(from, 'megabytes', 128) }),
  drip: (from) => ({ kind: 'drip', everyMs: number(from, 'everyMs', 200) }),
  redirect: (from) => ({
    kind: 'redirect',
    location: string(from, 'location'),
    status: number(from, 'status', 302),
  }),
  'content-type': (from) => ({ kind: 'content-type', type: string(from, 'type', 'text/html') }),
  headers: (from) => ({ kind: 'headers', which: oneOf(from, 'which', oddities, 'odd') }),
  deep: (from) => ({ kind: 'deep', levels: number(from, 'levels', 10_000) }),
  proto: () => ({ kind: 'proto' }),
  'duplicate-keys': () => ({ kind: 'duplicate-keys' }),
  unkept: (from) => ({ kind: 'unkept', kept: from['kept'] === true }),
}

export const kinds = Object.keys(parsers)

/** A fault from JSON; missing keys have defaults. Throws TypeError with a sentence for the sender. */
export function parseFault(from: Json | undefined): Fault {
  if (!isObject(from)) throw new TypeError('fault must be an object with a kind')
  const kind = string(from, 'kind')
  if (!isKind(kind)) throw new TypeError(`fault.kind must be one of ${kinds.join(', ')}`)
  return parsers[kind](from)
}

function isKind(kind: string): kind is Fault['kind'] {
  return Object.hasOwn(parsers, kind)
}

function number(from: JsonObject, key: string, otherwise: number): number {
  const value = from[key] ?? otherwise
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new TypeError(`fault.${key} must be a number, 0 or more`)
  return value
}

function string(from: JsonObject, key: string, otherwise?: string): string {
  const value = from[key] ?? otherwise
  if (typeof value !== 'string') throw new TypeError(`fault.${key} must be a string`)
  return value
}

function oneOf<Word extends string>(
  from: JsonObject,
  key: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const value = from[key] ?? otherwise
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw new TypeError(`fault.${key} must be one of ${words.join(', ')}`)
  return word
}
