// Finds accounts by the beginning of their name or realm, below the account that is signed in (docs/kazoo.md
// section 8.3).
import 'server-only'
import { z } from 'zod'
import { isSameRealm } from '../views/realm.ts'
import { path, type Kazoo, type Page } from './client.ts'
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
 * A name as Kazoo compares it, and sorts what it searches: lower-case ASCII letters and digits only
 * (docs/kazoo.md section 25.2).
 */
export function normalName(written: string): string {
  return written.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/**
 * Whether an account has this name or realm as Kazoo compares them: names by their ASCII letters and digits,
 * realms without regard to case (docs/kazoo.md section 9.2).
 */
export function hasSame(
  field: 'name' | 'realm',
  account: Pick<FoundAccountDoc, 'name' | 'realm'>,
  wanted: string,
): boolean {
  if (field === 'realm') return isSameRealm(account.realm, wanted)
  return normalName(account.name) === normalName(wanted)
}

/**
 * All accounts with this name or realm, as Kazoo compares them, below the account that is signed in.
 * @throws Unavailable
 */
export async function accountsWith(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  field: 'name' | 'realm',
  exactly: string,
): Promise<FoundAccountDoc[]> {
  const sought = normalName(exactly)
  const found: FoundAccountDoc[] = []
  if (sought === '') return found
  const query = { t: 'account', q: field, v: sought, ascending: true }
  let next: KazooId<'cursor'> | null = null
  do {
    const after: { after?: KazooId<'cursor'> } = next === null ? {} : { after: next }
    const page: Page<z.output<typeof Row>> = await kazoo.page(path`/accounts/${account}/search`, Row, {
      ...after,
      query,
    })
    found.push(...byId(page.rows).rows.filter((row) => hasSame(field, row, exactly)))
    // What begins with the text comes after what equals it.
    const beyond = page.rows.some((row) => normalName(row[field] ?? '') !== sought)
    next = beyond ? null : page.next
  } while (next !== null)
  return found
}
