// Finds accounts by the beginning of their name or realm, below the account that is signed in (docs/kazoo.md
// section 8.3).
import 'server-only'
import { z } from 'zod'
import { isSameRealm } from '../views/realm.ts'
import { path, type Kazoo } from './client.ts'
import { kazooId, type KazooId } from './ids.ts'
import { asRecord, byId, text, textOrNull, type Listing } from './lenient.ts'

const Row = z.preprocess(
  asRecord,
  z.object({ id: kazooId('account').nullable().catch(null), name: text, realm: textOrNull }),
)
export type FoundAccountDoc = Listing<z.output<typeof Row>>['rows'][number]

/**
 * Up to `size` accounts whose name or realm begins with `typed`, each once, by name (GET /accounts/A/search).
 * @throws Unavailable
 */
export async function searchAccounts(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  typed: string,
  size: number,
): Promise<FoundAccountDoc[]> {
  const found = await Promise.all(
    ['name', 'realm'].map((q) =>
      kazoo.page(path`/accounts/${account}/search`, Row, {
        size,
        query: { t: 'account', q, v: typed, ascending: true },
      }),
    ),
  )
  const rows: FoundAccountDoc[] = []
  for (const row of found.flatMap((page) => byId(page.rows).rows)) {
    if (!rows.some(({ id }) => id.equals(row.id))) rows.push(row)
  }
  return rows.toSorted((one, two) => one.name.localeCompare(two.name)).slice(0, size)
}

/**
 * The accounts with exactly this name, or this realm (in upper or lower case), among the first 50 that begin
 * with it.
 * @throws Unavailable
 */
export async function accountsWith(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  field: 'name' | 'realm',
  exactly: string,
): Promise<FoundAccountDoc[]> {
  const page = await kazoo.page(path`/accounts/${account}/search`, Row, {
    query: { t: 'account', q: field, v: exactly, ascending: true },
  })
  const { rows } = byId(page.rows)
  if (field === 'name') return rows.filter(({ name }) => name === exactly)
  return rows.filter(({ realm }) => isSameRealm(realm, exactly))
}
