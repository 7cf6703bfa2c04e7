// A JSON schema (draft 04) as a Kazoo serves it, read with suspicion: bounded in every direction, and only
// the keywords that a form can use.
import 'server-only'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const
export type SchemaType = (typeof TYPES)[number]
export type Bounds = { readonly least: number | null; readonly most: number | null }

/**
 * What a value has to be. Its `pattern` is not among it: a regular expression written by somebody else is
 * left to their Kazoo to run (docs/security.md row 8).
 */
export type Schema = {
  /** The id of another schema that says the rest. */
  readonly ref: string | null
  readonly about: string
  /** None: any. */
  readonly types: readonly SchemaType[]
  /** What Kazoo takes where nothing is set; undefined for nothing. */
  readonly preset: Json | undefined
  readonly choices: readonly Json[] | null
  readonly properties: ReadonlyMap<string, Schema>
  readonly required: ReadonlySet<string>
  /** Of keys that `properties` does not name; null: nothing is said of them. */
  readonly others: Schema | null
  /** No other keys than `properties`. */
  readonly closed: boolean
  readonly items: Schema | null
  /** Characters of a text. */
  readonly length: Bounds
  readonly range: Bounds
  /** Items of a list. */
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
 * What one schema may hold in all: characters, and 20 for each schema inside it. Kazoo's largest (devices) is
 * below 20,000.
 */
export const SCHEMA_BUDGET = 300_000

/** Counts down what one hostile server may make us keep; at zero the rest counts as unsaid. */
export type Budget = { left: number }

/** Whether `name` may stand in a path as the id of a schema. */
export function isSchemaName(name: unknown): name is string {
  return typeof name === 'string' && NAME.test(name)
}

/** A schema of which nothing is known: any value fits. */
export const ANYTHING: Schema = schemaFrom({}, { left: 20 })

/** Reads what a server calls a schema. Never throws: what makes no sense counts as unsaid. */
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
    // Which of several patterns a key fits is not for us to find out.
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
    // Half of what may be chosen is worse than not to know it: Kazoo judges.
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
