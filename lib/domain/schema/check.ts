// Whether a value is what a schema asks for. It walks the schema and makes no code of it, and runs no pattern: both were written by somebody else.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Json, Schema, Schemas } from '../../kazoo/schemas.ts'
import { ANYTHING } from '../../kazoo/schema-doc.ts'
import type { Said, Sentence } from '../../words/said.ts'

const DEEPEST = 24

/** The schema itself where `schema` only refers to it; what stands beside the reference tells people more about it. */
export function resolved({ named }: Schemas, schema: Schema): Schema {
  let found = schema
  for (let steps = 0; found.ref !== null && steps < 8; steps++) found = named.get(found.ref) ?? ANYTHING
  if (found.ref !== null) return ANYTHING
  return found === schema
    ? schema
    : { ...found, about: schema.about || found.about, preset: schema.preset ?? found.preset }
}

/** Why `value` is not what `schema` asks for, or null. What it says beyond what we know of is left to Kazoo. */
export function faultOf(schemas: Schemas, given: Schema, value: Json, depth = 0): Said | null {
  if (depth > DEEPEST) return null
  const schema = resolved(schemas, given)
  if (schema.types.length > 0 && !schema.types.some((type) => IS_A[type](value))) return 'said.refused.kind'
  if (schema.choices !== null && !schema.choices.some((choice) => isDeepStrictEqual(choice, value)))
    return 'said.refused.choice'
  const fault = ofItself(schemas, schema, value, depth)
  if (fault !== null || schema.alternatives.length === 0) return fault
  const [first = null, ...others] = schema.alternatives.map((one) => faultOf(schemas, one, value, depth + 1))
  if (first === null || others.includes(null)) return null
  return others.length === 0 ? first : 'said.refused.form'
}

function ofItself(schemas: Schemas, schema: Schema, value: Json, depth: number): Said | null {
  if (typeof value === 'string') return ofText(schema, value)
  if (typeof value === 'number') {
    return within(schema.range, value, 'said.refused.low', 'said.refused.high')
  }
  if (isList(value)) return ofList(schemas, schema, value, depth)
  return typeof value === 'object' && value !== null ? ofObject(schemas, schema, value, depth) : null
}

function ofText({ length, email }: Schema, value: string): Said | null {
  const [before = '', after = '', ...more] = value.split('@')
  if (email && (before === '' || after === '' || more.length > 0)) return 'said.refused.form'
  return within(length, Array.from(value).length, 'said.refused.short', 'said.refused.long')
}

function ofList(schemas: Schemas, schema: Schema, value: readonly Json[], depth: number): Said | null {
  const fault = within(schema.count, value.length, 'said.refused.few', 'said.refused.many')
  if (fault !== null) return fault
  const said = value.map((item) => JSON.stringify(item))
  if (schema.unique && new Set(said).size !== said.length) return 'said.refused.twice'
  const { items } = schema
  return items === null ? null : firstOf(value, (item) => faultOf(schemas, items, item, depth + 1))
}

function ofObject(
  schemas: Schemas,
  { properties, others, closed, required }: Schema,
  value: { readonly [key: string]: Json },
  depth: number,
): Said | null {
  if ([...required].some((key) => !Object.hasOwn(value, key))) return 'said.refused.needed'
  return firstOf(Object.entries(value), ([key, inner]) => {
    const schema = properties.get(key) ?? others
    if (schema === null) return closed ? 'said.refused.unheard' : null
    return faultOf(schemas, schema, inner, depth + 1)
  })
}

function firstOf<T>(all: readonly T[], fault: (one: T) => Said | null): Said | null {
  for (const one of all) {
    const said = fault(one)
    if (said !== null) return said
  }
  return null
}

function within(
  { least, most }: Schema['range'],
  measured: number,
  low: Sentence,
  high: Sentence,
): Said | null {
  if (least !== null && measured < least) return { sentence: low, values: { bound: least } }
  return most !== null && measured > most ? { sentence: high, values: { bound: most } } : null
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
