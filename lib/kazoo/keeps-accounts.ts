// Finds out whether this Kazoo keeps accounts that are created below an account: 5.0 loses all of them below
// some resellers.
import 'server-only'
import { z } from 'zod'
import type { AccountDoc } from './accounts.ts'
import { path, type Kazoo } from './client.ts'
import type { KazooId } from './ids.ts'

/** What an account and those below it are billed for. */
const SummaryDoc = z.object({ quantities: z.object({ cascade: z.record(z.string(), z.unknown()) }) })

/**
 * `lost`: the nearest reseller has nothing billed below it, and 5.0 then removes every new account again
 * (docs/kazoo.md section 27.1); never directly below the master account. `unknown`: that reseller is above
 * what the token may read, or Kazoo did not answer. It never throws.
 */
export async function accountsKeptBelow(
  kazoo: Kazoo,
  { id, reseller, resellerAbove, master }: AccountDoc,
): Promise<'kept' | 'lost' | 'unknown'> {
  if (master) return 'kept'
  const nearest = reseller ? id : resellerAbove
  if (nearest === null) return 'unknown'
  try {
    return (await billsBelow(kazoo, nearest)) ? 'kept' : 'lost'
  } catch {
    return 'unknown'
  }
}

/**
 * Whether anything is billed below an account (GET services/summary: `quantities.cascade`).
 * @throws NotFound, Forbidden, Unavailable
 */
async function billsBelow(kazoo: Kazoo, account: KazooId<'account'>): Promise<boolean> {
  const { quantities } = await kazoo.one(path`/accounts/${account}/services/summary`, SummaryDoc)
  return Object.keys(quantities.cascade).length > 0
}
