// JSON values, and helpers that read them.

export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** Whether this is an object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The string at `key`, or undefined when there is none or it is not a string. */
export function text(from: JsonObject, key: string): string | undefined {
  const value = from[key]
  return typeof value === 'string' ? value : undefined
}

/** The object at `key`, or an empty one. */
export function object(from: JsonObject, key: string): JsonObject {
  const value = from[key]
  return isObject(value) ? value : {}
}

/** The list at `key`, or an empty one. */
export function list(from: JsonObject, key: string): Json[] {
  const value = from[key]
  return Array.isArray(value) ? value : []
}

/** The value at a path of keys; undefined when any step is missing. */
export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  let current: Json | undefined = value
  for (const key of path) {
    if (!isObject(current)) return undefined
    current = current[key]
  }
  return current
}

/** A deep copy that shares nothing with its source. */
export function copy<T extends Json>(value: T): T {
  return structuredClone(value)
}

/** Whether the two values are the same JSON, in any order of keys. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]))
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && same(one[key], other[key]))
  )
}
