// Caches long lists that were just read, for a session that filters or pages them: for seconds, and only for
// the session that read them.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { retryAfterTimeout } from '../../errors.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { WHOLE_ROWS } from '../../views/list.ts'

const KEEP_MS = 10_000
/** 20,000 devices are some 15 MB. */
const KEPT = 2

type Long = { all: readonly unknown[] }
type Kept<T extends Long> = { account: KazooId<'account'>; list: Promise<T> }

/**
 * Caches the result of `read`, so that not every keystroke in a filter fetches it again. Lists of up to 2,000
 * are never cached: they are filtered in the browser. Returns a list that is at most ten seconds old, or a
 * fresh one if `fresh`.
 */
export function keepingRecent<T extends Long>() {
  // Purged by a timer, so that a list that is not read again frees its memory. `Date` is the clock that tests
  // set.
  const kept = new LRUCache<string, Kept<T>>({
    max: KEPT,
    ttl: KEEP_MS,
    ttlAutopurge: true,
    perf: { now: () => Date.now() },
  })
  const recent = (
    session: string,
    account: KazooId<'account'>,
    { fresh, read }: { fresh: boolean; read: () => Promise<T> },
  ): Promise<T> => {
    const known = kept.get(session)
    if (known?.account.equals(account) && !fresh)
      return known.list.catch(retryAfterTimeout(() => recent(session, account, { fresh, read })))
    const entry: Kept<T> = { account, list: read() }
    kept.set(session, entry)
    const drop = () => kept.peek(session) === entry && kept.delete(session)
    entry.list.then(({ all }) => all.length <= WHOLE_ROWS && drop(), drop)
    return entry.list
  }
  return recent
}
