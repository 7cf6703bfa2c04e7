// Converts text to what Postgres can store: it rejects NUL and lone surrogates, which any client can send.
import 'server-only'

/** `text` with every NUL and every lone surrogate as U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** JSON of `value` with every text and key made storable. */
export function storableJson(value: object): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return storable(item)
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [storable(key), inner]))
  })
}
