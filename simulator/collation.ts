// CouchDB's order of view keys.
import type { Json } from './json.ts'

const collator = new Intl.Collator('en')

/** CouchDB's order of keys: numbers, text by its language rules, lists member by member. */
export function collate(one: Json, other: Json): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other)
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      const order = collate(one[i] ?? null, other[i] ?? null)
      if (order !== 0) return order
    }
    return one.length - other.length
  }
  return rank(one) - rank(other)
}

function rank(value: Json): number {
  if (value === null) return 0
  const ranks: Record<string, number> = {
    boolean: 1,
    number: 2,
    string: 3,
    object: Array.isArray(value) ? 4 : 5,
  }
  return ranks[typeof value] ?? 6
}
