// An answer as CSV: a header line with the flattened keys, then a line for each row.
import { isObject, type Json } from '../json.ts'

export function csv(data: Json | undefined): string {
  const rows = (Array.isArray(data) ? data : [data ?? {}]).map((row) => flat(row))
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const lines = [
    keys.map((key) => (key === 'id' ? 'ID' : key)),
    ...rows.map((row) => keys.map((key) => row.get(key) ?? '')),
  ]
  return lines
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')
}

function flat(value: Json, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (isObject(value))
    for (const [key, item] of Object.entries(value))
      flat(item, prefix === '' ? key : `${prefix}_${key}`, into)
  else if (Array.isArray(value)) into.set(prefix, value.filter((item) => typeof item === 'string').join(','))
  else into.set(prefix, value === null ? '' : String(value))
  return into
}
