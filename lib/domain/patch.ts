// What an edit changed, as groups of fields that are there: what did not change is not even named.
import 'server-only'

/** An emptied field is removed. */
export const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text)

/** A checkbox as text, as a flag. */
export const flag = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'on'

/** An object with `key`, or an empty one where there is no value. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  const one: { [K in Key]?: Value } = {}
  if (value !== undefined) one[key] = value
  return one
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that are there, or undefined when none is. */
export function group<T extends object>(fields: T): Defined<T> | undefined {
  const there: Defined<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (isThere(value)) there[key] = value
  }
  return Object.keys(there).length > 0 ? there : undefined
}

function isThere<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}
