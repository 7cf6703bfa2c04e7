// Finds the classes that a Kazoo sorts phone numbers into (GET /phone_numbers/classifiers); cached for
// minutes, because they are part of its configuration.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { NotFound, Unavailable } from '../errors.ts'
import { isLine } from '../views/text-rules.ts'
import { path, type Kazoo } from './client.ts'

/** A class of numbers, by Kazoo's key and name. */
export type Classifier = { readonly key: string; readonly name: string }

const CACHE_MS = 5 * 60_000
const MAX_CACHED = 32
/** Kazoo presets seven. */
const MAX_CLASSIFIERS = 60
const KEY = /^[a-z0-9_-]{1,64}$/i

const raw = z.record(z.string(), z.object({ friendly_name: z.unknown() }).catch({ friendly_name: '' }))
const cache = new LRUCache<string, readonly Classifier[]>({ max: MAX_CACHED, ttl: CACHE_MS })

/** The classifiers of the Kazoo at `origin`, requested through `kazoo`; none where it does not tell. */
export async function classifiersOf(kazoo: Kazoo, origin: string): Promise<readonly Classifier[]> {
  const cached = cache.get(origin)
  if (cached) return cached
  try {
    const found = Object.entries(await kazoo.one(path`/phone_numbers/classifiers`, raw))
      .filter(([key]) => KEY.test(key))
      .slice(0, MAX_CLASSIFIERS)
      .map(([key, { friendly_name: name }]) => ({ key, name: isName(name) ? name : key }))
    cache.set(origin, found)
    return found
  } catch (error) {
    if (error instanceof NotFound || error instanceof Unavailable) return []
    throw error
  }
}

/** Clears the cache; for tests. */
export function forgetClassifiers(): void {
  cache.clear()
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && name.length <= 80 && isLine(name)
}
