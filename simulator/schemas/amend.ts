// Turning one version's schemas into another's.
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from './define.ts'

/** By schema id and path (dots between property names): a new schema, or null where the version has none. */
export type Changes = Readonly<Record<string, Readonly<Record<string, Schema | null>>>>

/** Copies of the schemas with the changes made. */
export function amended(
  schemas: Readonly<Record<string, Schema>>,
  changes: Changes,
): Readonly<Record<string, Schema>> {
  const copy: Record<string, Schema> = { ...schemas }
  for (const [id, paths] of Object.entries(changes)) {
    let schema: Schema = structuredClone(schemas[id] ?? {})
    for (const [path, value] of Object.entries(paths))
      schema = path === '' ? { ...schema, ...value } : set(schema, path.split('.'), value)
    copy[id] = schema
  }
  return copy
}

function set(schema: JsonObject, [key = '', ...rest]: string[], value: Schema | null): JsonObject {
  const before: Json = schema['properties'] ?? {}
  const properties: JsonObject = isObject(before) ? { ...before } : {}
  const inner = properties[key]
  if (rest.length > 0) properties[key] = set(isObject(inner) ? inner : { type: 'object' }, rest, value)
  else if (value === null) delete properties[key]
  else properties[key] = value
  return { ...schema, properties }
}
