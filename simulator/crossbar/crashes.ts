// Kazoo reads some objects before it validates, and crashes if they are something else.
import { at, isObject, type JsonObject } from '../json.ts'
import { initFailed, refuse } from './refusals.ts'

/** @throws Refusal 500 when there is anything but an object (or nothing) at one of these paths */
export function needObjects(fields: JsonObject, ...paths: readonly string[][]): void {
  for (const path of paths) {
    const value = at(fields, path)
    if (value !== undefined && value !== null && !isObject(value)) refuse(initFailed())
  }
}

/** @throws Refusal 500 when there is anything but a text (or nothing) at the key */
export function needText(fields: JsonObject, key: string): void {
  const value = fields[key]
  if (value !== undefined && value !== null && typeof value !== 'string') refuse(initFailed())
}
