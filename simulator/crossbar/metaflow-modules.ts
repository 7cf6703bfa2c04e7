// Metaflows name modules; Kazoo looks for the module's schema, and crashes if no module is named.
import { isObject, type JsonObject } from '../json.ts'
import type { SchemaError } from '../schemas/kazoo-errors.ts'
import { metaflowModules } from '../schemas/modules.ts'
import { initFailed, refuse } from './refusals.ts'

export interface ModuleError {
  error: SchemaError
  /** The missing schema. */
  schema: string
}

/** @throws Refusal 500 for an entry without a module */
export function* moduleErrors(doc: JsonObject): Generator<ModuleError> {
  const { metaflows } = doc
  if (!isObject(metaflows)) return
  for (const kind of ['numbers', 'patterns']) {
    const entries = metaflows[kind]
    if (!isObject(entries)) continue
    for (const [key, entry] of Object.entries(entries))
      if (isObject(entry)) yield* nodeErrors(entry, ['metaflows', kind, key])
  }
}

function* nodeErrors(node: JsonObject, path: string[]): Generator<ModuleError> {
  const { module: name, children } = node
  if (typeof name !== 'string') refuse(initFailed())
  if (!metaflowModules.has(name)) {
    const message = `unable to find metaflow schema for module ${name}`
    yield {
      error: { path: [...path, 'module'], keyword: 'error', info: { message, value: name } },
      schema: `metaflows.${name}`,
    }
  }
  if (!isObject(children)) return
  for (const [key, child] of Object.entries(children))
    if (isObject(child)) yield* nodeErrors(child, [...path, 'children', key])
}
