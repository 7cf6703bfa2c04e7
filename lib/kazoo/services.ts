// What Kazoo bills an account for, as far as it decides what Kazoo can do.
import 'server-only'
import { z } from 'zod'
import { path, type Kazoo } from './client.ts'
import type { KazooId } from './ids.ts'

const SummaryDoc = z.object({ quantities: z.object({ cascade: z.record(z.string(), z.unknown()) }) })

/** Whether anything is billed below an account (GET services/summary: `quantities.cascade`). @throws NotFound, Forbidden, Unavailable */
export async function billsBelow(kazoo: Kazoo, account: KazooId<'account'>): Promise<boolean> {
  const { quantities } = await kazoo.one(path`/accounts/${account}/services/summary`, SummaryDoc)
  return Object.keys(quantities.cascade).length > 0
}
