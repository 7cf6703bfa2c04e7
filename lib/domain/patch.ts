// Builds the patch of an edit as groups of fields, without the fields that did not change.
import 'server-only'

/** Turns an empty text into null, which removes the field. */
export const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text)

/** Turns the text of a checkbox into a boolean. */
export const flag = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'on'

/** An object with `key`, or an empty one without a value. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  const one: { [K in Key]?: Value } = {}
  if (value !== undefined) one[key] = value
  return one
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that have a value, or undefined when none has. */
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
