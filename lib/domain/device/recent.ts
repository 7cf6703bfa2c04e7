// The long lists that were just read, for whoever narrows them or turns their pages: for moments, and only
// for the session that read them.
import 'server-only'
import { retryAfterTimeout } from '../../errors.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { WHOLE_ROWS } from '../../views/list.ts'

const KEEP_MS = 10_000
/** 20,000 devices are some 15 MB. */
const KEPT = 2

type Long = { all: readonly unknown[] }
type Kept<T extends Long> = { session: string; account: KazooId<'account'>; until: number; list: Promise<T> }

/**
 * Keeps what `read` finds, so that the keys of a filter do not each fetch it again. Lists of up to 2,000 are
 * never kept: they are filtered in the browser. Answers a list of at most ten seconds ago, or a fresh one if
 * `fresh`.
 */
export function keepingRecent<T extends Long>() {
  const kept: Kept<T>[] = []
  const drop = (entry: Kept<T>) => {
    const at = kept.indexOf(entry)
    if (at !== -1) kept.splice(at, 1)
  }
  const recent = (
    session: string,
    account: KazooId<'account'>,
    { fresh, read }: { fresh: boolean; read: () => Promise<T> },
  ): Promise<T> => {
    const known = kept.find((entry) => entry.session === session && entry.account.equals(account))
    if (known && !fresh && known.until > Date.now())
      return known.list.catch(retryAfterTimeout(() => recent(session, account, { fresh, read })))
    if (known) drop(known)
    const entry: Kept<T> = { session, account, until: Date.now() + KEEP_MS, list: read() }
    kept.push(entry)
    if (kept.length > KEPT) kept.shift()
    const settle = setTimeout(() => drop(entry), KEEP_MS)
    settle.unref()
    entry.list.then(
      ({ all }) => all.length <= WHOLE_ROWS && drop(entry),
      () => drop(entry),
    )
    return entry.list
  }
  return recent
}
