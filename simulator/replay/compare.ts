// Where an answer differs from the recorded one: in status, in shape, or in a value.
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { RecordedCall } from './recording.ts'
import type { Symbols } from './symbols.ts'

export type Level = 'status' | 'shape' | 'exact'

export interface Difference {
  level: Level
  path: string
  recorded: Json | undefined
  here: Json | undefined
}

export interface Answer {
  status: number
  header: (name: string) => string | null
  body: Json
}

/** What a server's clock or machine decides. */
const VOLATILE = new Set([
  'created',
  'modified',
  'pvt_created',
  'pvt_modified',
  'timestamp',
  'cluster_id',
  'trial_time_left',
  'iat',
  'exp',
  'identity_sig',
])

/** Every difference; binds symbols on the way. */
export function compare({ response }: RecordedCall, here: Answer, symbols: Symbols): Difference[] {
  const found: Difference[] = []
  const differ = (level: Level, path: string, recorded: Json | undefined, actual: Json | undefined) => {
    found.push({ level, path, recorded, here: actual })
  }
  if (response.status !== here.status) differ('status', 'status', response.status, here.status)
  for (const name of ['etag', 'location']) {
    const recorded = response.headers[name]
    if (typeof recorded === 'string' && !symbols.matches(recorded, here.header(name) ?? ''))
      differ('exact', name, recorded, here.header(name))
  }
  const { body } = response
  if (!isObject(body)) return found
  const other = isObject(here.body) ? here.body : {}
  for (const key of ['status', 'error', 'message']) {
    const recorded = body[key]
    if (typeof recorded === 'string' && symbols.fill(recorded) !== other[key])
      differ('status', key, recorded, other[key])
  }
  for (const key of ['auth_token', 'next_start_key'])
    if (typeof body[key] === 'string') symbols.matches(body[key], other[key])
  if ((body['next_start_key'] === undefined) !== (other['next_start_key'] === undefined))
    differ('shape', 'next_start_key', body['next_start_key'], other['next_start_key'])
  const { data } = body
  if (data !== undefined || other['data'] !== undefined)
    new Walk(symbols, differ).values(data, other['data'], 'data', '')
  return found
}

type Differ = (level: Level, path: string, recorded: Json | undefined, here: Json | undefined) => void

class Walk {
  readonly #symbols: Symbols
  readonly #differ: Differ

  constructor(symbols: Symbols, differ: Differ) {
    this.#symbols = symbols
    this.#differ = differ
  }

  values(recorded: Json | undefined, here: Json | undefined, path: string, key: string): void {
    if (kindOf(recorded) !== kindOf(here)) return this.#differ('shape', path, recorded, here)
    if (Array.isArray(recorded) && Array.isArray(here)) return this.#lists(recorded, here, path)
    if (isObject(recorded) && isObject(here)) return this.#objects(recorded, here, path)
    if (typeof recorded === 'string' && this.#symbols.holds(recorded)) {
      if (!this.#symbols.matches(recorded, here)) this.#differ('exact', path, recorded, here)
      return undefined
    }
    const volatile = VOLATILE.has(key) || (typeof recorded === 'number' && recorded > 6e10)
    if (!volatile && recorded !== here) this.#differ('exact', path, recorded, here)
    return undefined
  }

  #lists(recorded: Json[], here: Json[], path: string): void {
    if (recorded.length !== here.length) this.#differ('shape', `${path}.length`, recorded.length, here.length)
    for (let i = 0; i < Math.min(recorded.length, here.length); i++)
      this.values(recorded[i], here[i], `${path}[${i}]`, '')
  }

  #objects(recorded: JsonObject, here: JsonObject, path: string): void {
    const rest = new Set(Object.keys(here))
    for (const [name, value] of Object.entries(recorded)) {
      const filled = this.#symbols.fill(name)
      const real = rest.has(filled)
        ? filled
        : [...rest].find((other) => this.#symbols.holds(name) && this.#symbols.matches(name, other))
      if (real === undefined) this.#differ('shape', `${path}.${name}`, value, undefined)
      else {
        rest.delete(real)
        this.values(value, here[real], `${path}.${name}`, name)
      }
    }
    for (const name of rest) this.#differ('shape', `${path}.${name}`, undefined, here[name])
  }
}

function kindOf(value: Json | undefined): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}
