// What Kazoo's views emit: they are JavaScript, so a missing key leaves no key, and any type is passed on.
import { isObject, type Json, type JsonObject } from '../json.ts'

/** The keys that the document has, as they are, null too. */
export function present(doc: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = doc[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** `doc.flags || []`, whatever it is. */
export function flagsOf(doc: JsonObject): Json {
  return or(doc['flags'], [])
}

/** JavaScript's `value || other`. */
export function or(value: Json | undefined, other: Json): Json {
  return isTruthy(value) && value !== undefined ? value : other
}

/** Whether JavaScript's `if` takes it for true: `"false"`, `{}` and `[]` as well. */
export function isTruthy(value: Json | undefined): boolean {
  return Boolean(value)
}

/** The members of an object or a list. `null` in place of one of them stops a view that looks into it. */
export function members(value: Json | undefined): [string, Json][] {
  return isObject(value) || Array.isArray(value) ? Object.entries(value) : []
}

/** What JavaScript makes of a value that is added to a text: `undefined` of a missing one. */
export function asWord(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(asWord).join(',')
  return isObject(value) ? '[object Object]' : `${value}`
}
