// Validates a value against a schema. Walks the schema without generating code or running patterns, because
// both are foreign input.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Json, Schema, Schemas } from '../../kazoo/schemas.ts'
import { ANYTHING } from '../../kazoo/schema-doc.ts'
import type { LocalizedMessage, MessageKey } from '../../i18n/message-key.ts'

const DEEPEST = 24

/**
 * The target of `schema` if it only is a reference; keywords beside the reference override it for readers.
 */
export function resolved({ named }: Schemas, schema: Schema): Schema {
  let found = schema
  for (let steps = 0; found.ref !== null && steps < 8; steps++) found = named.get(found.ref) ?? ANYTHING
  if (found.ref !== null) return ANYTHING
  return found === schema
    ? schema
    : { ...found, about: schema.about || found.about, preset: schema.preset ?? found.preset }
}

/** Why `value` does not match `schema`, or null. Keywords that we do not know are left to Kazoo. */
export function faultOf(
  schemas: Schemas,
  unresolved: Schema,
  value: Json,
  depth = 0,
): LocalizedMessage | null {
  if (depth > DEEPEST) return null
  const schema = resolved(schemas, unresolved)
  if (schema.types.length > 0 && !schema.types.some((type) => IS_A[type](value)))
    return 'messages.refused.kind'
  if (schema.choices !== null && !schema.choices.some((choice) => isDeepStrictEqual(choice, value)))
    return 'messages.refused.choice'
  const fault = ofItself(schemas, schema, value, depth)
  if (fault !== null || schema.alternatives.length === 0) return fault
  const [first = null, ...others] = schema.alternatives.map((one) => faultOf(schemas, one, value, depth + 1))
  if (first === null || others.includes(null)) return null
  return others.length === 0 ? first : 'messages.refused.form'
}

function ofItself(schemas: Schemas, schema: Schema, value: Json, depth: number): LocalizedMessage | null {
  if (typeof value === 'string') return ofText(schema, value)
  if (typeof value === 'number') {
    return within(schema.range, value, 'messages.refused.low', 'messages.refused.high')
  }
  if (isList(value)) return ofList(schemas, schema, value, depth)
  return typeof value === 'object' && value !== null ? ofObject(schemas, schema, value, depth) : null
}

function ofText({ length, email }: Schema, value: string): LocalizedMessage | null {
  const [before = '', after = '', ...more] = value.split('@')
  if (email && (before === '' || after === '' || more.length > 0)) return 'messages.refused.form'
  return within(length, Array.from(value).length, 'messages.refused.short', 'messages.refused.long')
}

function ofList(
  schemas: Schemas,
  schema: Schema,
  value: readonly Json[],
  depth: number,
): LocalizedMessage | null {
  const fault = within(schema.count, value.length, 'messages.refused.few', 'messages.refused.many')
  if (fault !== null) return fault
  const serialized = value.map((item) => JSON.stringify(item))
  if (schema.unique && new Set(serialized).size !== serialized.length) return 'messages.refused.twice'
  const { items } = schema
  return items === null ? null : firstOf(value, (item) => faultOf(schemas, items, item, depth + 1))
}

function ofObject(
  schemas: Schemas,
  { properties, others, closed, required }: Schema,
  value: { readonly [key: string]: Json },
  depth: number,
): LocalizedMessage | null {
  if ([...required].some((key) => !Object.hasOwn(value, key))) return 'messages.refused.needed'
  return firstOf(Object.entries(value), ([key, inner]) => {
    const schema = properties.get(key) ?? others
    if (schema === null) return closed ? 'messages.refused.unheard' : null
    return faultOf(schemas, schema, inner, depth + 1)
  })
}

function firstOf<T>(all: readonly T[], fault: (one: T) => LocalizedMessage | null): LocalizedMessage | null {
  for (const one of all) {
    const message = fault(one)
    if (message !== null) return message
  }
  return null
}

function within(
  { least, most }: Schema['range'],
  measured: number,
  low: MessageKey,
  high: MessageKey,
): LocalizedMessage | null {
  if (least !== null && measured < least) return { key: low, values: { bound: least } }
  return most !== null && measured > most ? { key: high, values: { bound: most } } : null
}

const IS_A: Readonly<Record<Schema['types'][number], (value: Json) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
