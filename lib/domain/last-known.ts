// Caches what the store answers, and gives the last answer for a while when the store is unavailable.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'

export type LastKnown<T> = {
  /**
   * The answer for `key`: a cached one, or one read now, once for all who ask meanwhile.
   * @throws Unavailable when there is no recent answer either; what the read throws
   */
  get: (key: string) => Promise<T>
  /** Reads everything again; the last answers stay in reserve. */
  clear: () => void
}

/**
 * Answers of `read`, cached for `freshMs`, and in reserve for `staleMs` while the store is unavailable, which
 * is logged as `warning`. Beyond `most` keys the least recently used one is dropped.
 */
export function lastKnown<T>(
  read: (key: string) => Promise<T>,
  { freshMs, staleMs, most, warning }: { freshMs: number; staleMs: number; most: number; warning: string },
): LastKnown<T> {
  const reserve = new LRUCache<string, { answer: T }>({ max: most, ttl: staleMs })
  const fresh = new LRUCache<string, { answer: T }>({
    max: most,
    ttl: freshMs,
    // Who waits for an answer gets it, even if its key is dropped or cleared meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (key) => {
      const found = { answer: await read(key) }
      reserve.set(key, found)
      return found
    },
  })
  return {
    get: async (key) => {
      try {
        return (await fresh.forceFetch(key)).answer
      } catch (error) {
        const last = reserve.get(key)
        if (!(error instanceof Unavailable) || last === undefined) throw error
        log.warn(warning, { error, key })
        return last.answer
      }
    },
    clear: () => fresh.clear(),
  }
}
