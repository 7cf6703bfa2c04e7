// Fills a schema's defaults into a document, as Kazoo does before it saves.
import { copy, isObject, type Json } from '../json.ts'
import type { Schema } from './define.ts'

type Schemas = Readonly<Record<string, Schema>>

/** Fills in missing keys, also inside objects that exist or have a default themselves. */
export function addDefaults(schemas: Schemas, schema: Schema, value: Json): void {
  const resolved = resolve(schemas, schema)
  if (Array.isArray(value)) {
    const { items } = resolved
    if (isObject(items)) for (const item of value) addDefaults(schemas, items, item)
    return
  }
  if (!isObject(value)) return
  const { properties, patternProperties, additionalProperties } = resolved
  if (isObject(properties))
    for (const [key, inner] of Object.entries(properties)) {
      if (!isObject(inner)) continue
      const preset = resolve(schemas, inner)['default'] ?? inner['default']
      if (value[key] === undefined && preset !== undefined) value[key] = copy(preset)
      const current = value[key]
      if (current !== undefined) addDefaults(schemas, inner, current)
    }
  for (const [key, inner] of Object.entries(value)) {
    if (isObject(properties) && key in properties) continue
    const found = isObject(patternProperties)
      ? Object.entries(patternProperties).find(([pattern]) => matches(pattern, key))?.[1]
      : additionalProperties
    if (isObject(found)) addDefaults(schemas, found, inner)
  }
}

function matches(pattern: string, key: string): boolean {
  return new RegExp(pattern.replaceAll('[:alnum:]', 'A-Za-z0-9')).test(key)
}

function resolve(schemas: Schemas, schema: Schema): Schema {
  const id = schema['$ref']
  return typeof id === 'string' ? (schemas[id] ?? {}) : schema
}
