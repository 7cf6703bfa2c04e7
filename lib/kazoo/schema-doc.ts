// Parses a JSON schema (draft 04) from a Kazoo as untrusted input: bounded in every direction, and only the
// keywords that a form can use.
import 'server-only'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const
export type SchemaType = (typeof TYPES)[number]
export type Bounds = { readonly least: number | null; readonly most: number | null }

/**
 * The constraints of a value. Its `pattern` is not among them: a foreign regular expression is left to its
 * own Kazoo to run (docs/security.md row 8).
 */
export type Schema = {
  /** The id of another schema with the remaining constraints. */
  readonly ref: string | null
  readonly about: string
  /** Empty: any. */
  readonly types: readonly SchemaType[]
  /** Kazoo's default where nothing is set; undefined for none. */
  readonly preset: Json | undefined
  readonly choices: readonly Json[] | null
  readonly properties: ReadonlyMap<string, Schema>
  readonly required: ReadonlySet<string>
  /** The schema of keys that `properties` does not name; null: unspecified. */
  readonly others: Schema | null
  /** No other keys than `properties`. */
  readonly closed: boolean
  readonly items: Schema | null
  /** In characters of a text. */
  readonly length: Bounds
  readonly range: Bounds
  /** In items of a list. */
  readonly count: Bounds
  readonly unique: boolean
  readonly email: boolean
  /** `format`: something that is dialled. */
  readonly url: boolean
  /** `oneOf` and `anyOf`. */
  readonly alternatives: readonly Schema[]
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/
const MAX_DEPTH = 24
/**
 * The size limit of one schema: its characters, and 20 for each schema inside it. Kazoo's largest (devices)
 * is below 20,000.
 */
export const SCHEMA_BUDGET = 300_000

/** Counts down what one hostile server may make us store; at zero the rest counts as absent. */
export type Budget = { left: number }

/** Whether `name` may be used in a path as the id of a schema. */
export function isSchemaName(name: unknown): name is string {
  return typeof name === 'string' && NAME.test(name)
}

/** A schema without constraints: any value matches. */
export const ANYTHING: Schema = schemaFrom({}, { left: 20 })

/** Parses a schema from a server. It never throws: invalid parts count as absent. */
export function schemaFrom(raw: unknown, budget: Budget, depth = 0): Schema {
  const source: Record<string, unknown> = isRecord(raw) ? raw : {}
  budget.left -= 20
  const deeper = (inner: unknown): Schema => schemaFrom(inner, budget, depth + 1)
  const withinLimits = depth < MAX_DEPTH && budget.left > 0
  const { $ref: ref, type, additionalProperties: others, patternProperties: patterns } = source
  const byKey = isRecord(patterns) ? Object.values(patterns) : []
  if (isRecord(others)) byKey.push(others)
  return {
    ref: isSchemaName(ref) ? ref : null,
    about: textOf(source['description'], budget),
    types: listOf(Array.isArray(type) ? type : [type]).filter(isType),
    preset: jsonOf(source['default'], budget),
    choices: choicesOf(source['enum'], budget),
    properties: withinLimits ? propertiesOf(source['properties'], deeper, budget) : new Map(),
    required: new Set(listOf(source['required']).filter((key) => typeof key === 'string')),
    // We do not find out which of several patterns a key matches.
    others: byKey.length === 0 || !withinLimits ? null : deeper(byKey.length === 1 ? byKey[0] : {}),
    closed: others === false && byKey.length === 0,
    items: withinLimits && isRecord(source['items']) ? deeper(source['items']) : null,
    length: bounds(source['minLength'], source['maxLength']),
    range: bounds(source['minimum'], source['maximum']),
    count: bounds(source['minItems'], source['maxItems']),
    unique: source['uniqueItems'] === true,
    email: source['format'] === 'email',
    url: /^(?:ur[il]|iri)(?:-reference)?$/.test(String(source['format'])),
    alternatives: withinLimits
      ? [...listOf(source['oneOf']), ...listOf(source['anyOf'])].slice(0, 8).map(deeper)
      : [],
  }
}

/** Every schema that `schema` refers to, by id. */
export function refsIn(schema: Schema): string[] {
  const inside = [...schema.properties.values(), ...schema.alternatives]
  if (schema.others) inside.push(schema.others)
  if (schema.items) inside.push(schema.items)
  return [...(schema.ref === null ? [] : [schema.ref]), ...inside.flatMap(refsIn)]
}

function propertiesOf(
  raw: unknown,
  deeper: (inner: unknown) => Schema,
  budget: Budget,
): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>()
  for (const [key, inner] of Object.entries(isRecord(raw) ? raw : {})) {
    if (budget.left <= 0) break
    budget.left -= key.length
    found.set(key, deeper(inner))
  }
  return found
}

function choicesOf(raw: unknown, budget: Budget): readonly Json[] | null {
  if (!Array.isArray(raw)) return null
  const choices: Json[] = []
  for (const one of listOf(raw)) {
    const choice = jsonOf(one, budget)
    // An incomplete list of choices is worse than none: Kazoo decides.
    if (choice === undefined) return null
    choices.push(choice)
  }
  return choices
}

function jsonOf(raw: unknown, budget: Budget): Json | undefined {
  if (raw === undefined || budget.left <= 0) return undefined
  budget.left -= 1
  if (raw === null || typeof raw === 'boolean' || typeof raw === 'number') return raw
  if (typeof raw === 'string') return (budget.left -= raw.length) > 0 ? raw : undefined
  const text = JSON.stringify(raw)
  budget.left -= text.length
  return budget.left > 0 ? asJson(raw) : undefined
}

function asJson(raw: unknown): Json {
  if (Array.isArray(raw)) return listOf(raw).map(asJson)
  if (isRecord(raw))
    return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [key, asJson(inner)]))
  return raw === null || typeof raw === 'boolean' || typeof raw === 'number' || typeof raw === 'string'
    ? raw
    : null
}

function textOf(raw: unknown, budget: Budget): string {
  const text = typeof raw === 'string' ? raw.slice(0, 500).trim() : ''
  budget.left -= text.length
  return budget.left > 0 ? text : ''
}

function bounds(least: unknown, most: unknown): Bounds {
  return { least: finite(least), most: finite(most) }
}

function finite(raw: unknown): number | null {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : null
}

function listOf(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : []
}

function isType(raw: unknown): raw is SchemaType {
  return TYPES.some((type) => type === raw)
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
