// Text as Postgres can hold it: it refuses NUL and halves of characters, which anybody can send.
import 'server-only'

/** `text` with every NUL and every lone surrogate as U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** JSON of `value`, every text in it made storable; keys too. */
export function storableJson(value: object): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return storable(item)
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [storable(key), inner]))
  })
}
