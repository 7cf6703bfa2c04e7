// Reads what a Kazoo reports about itself.
import 'server-only'
import { z } from 'zod'
import { path, type Kazoo } from './client.ts'
import type { KazooId } from './ids.ts'

const AboutDoc = z.object({ version: z.string().regex(/^[\w.+-]{1,40}$/) })

/**
 * Its version, such as 5.0.11 (GET /accounts/A/about).
 * @throws NotFound, Unavailable
 */
export async function findVersion(kazoo: Kazoo, account: KazooId<'account'>): Promise<string> {
  return (await kazoo.one(path`/accounts/${account}/about`, AboutDoc)).version
}
