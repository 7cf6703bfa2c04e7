// Presents what Kazoo lists with an id that the portal cannot use.
import 'server-only'
import type { Unopenable } from '../views/list.ts'

const NAMED = 10

/** How many there are, and the names of the first ten; an empty name stays empty. */
export function unopenable(names: readonly string[]): Unopenable {
  return { count: names.length, names: names.slice(0, NAMED) }
}
