// Finds accounts below a deleted account: they are in no branch of the tree, because their parent is in none.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { Forbidden, NotFound } from '../../errors.ts'
import { findAccount, pageOfDescendants, type AccountRowDoc } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { log } from '../../log.ts'
import { SealedMap } from '../../sealed.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Orphans } from '../../views/account.ts'
import { grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'

const PAGE = 1_000
/** The most accounts that are looked at: Kazoo cannot be asked for orphans, and there may be 100,000. */
const MOST = 5_000
const SHOWN = 50
/** Parents beyond the accounts that were looked at, of which the portal asks whether they exist. */
const ASKED = 20
const KEEP_MS = 5 * 60_000

type Found = { rows: AccountRowDoc[]; descendants: AccountRowDoc[]; complete: boolean }

type Kept = {
  long: boolean
  orphans: { row: AccountRowDoc; below: number | null }[]
  more: number
  checked: number | null
}

const recent = new LRUCache<string, Promise<Kept>>({ max: 500, ttl: KEEP_MS })

/**
 * The accounts below the granted one whose parent no longer exists, by name. What took more than one call is
 * kept for five minutes for the session.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function listOrphans(viewer: Viewer): Promise<Orphans> {
  permit(viewer, 'account.read')
  const session = viewer.session.digest.digest
  const { orphans, more, checked } = await (recent.get(session) ??
    keep(session, findOrphans(grantOf(viewer))))
  return withProxyIds(viewer.session, (issue) => ({
    rows: orphans.map(({ row: { id, name, realm }, below }) => ({
      id: issue('account', id),
      name,
      realm: realm ?? '',
      below,
    })),
    more,
    checked,
  }))
}

function keep(session: string, found: Promise<Kept>): Promise<Kept> {
  recent.set(session, found)
  const drop = () => recent.peek(session) === found && recent.delete(session)
  found.then(({ long }) => long || drop(), drop)
  return found
}

/** The same for a page that also renders without them: never rejects; null where they cannot be listed. */
export function orphansForPage(viewer: Viewer): Promise<Orphans | null> {
  return listOrphans(viewer).catch((error: unknown) => {
    log.warn('accounts below deleted ones are unknown', { error, reference: viewer.request.reference })
    return null
  })
}

async function findOrphans(grant: Grant): Promise<Kept> {
  const { rows, descendants, complete } = await withoutParent(grant)
  const orphans = rows.toSorted((one, two) => one.name.localeCompare(two.name)).slice(0, SHOWN)
  return {
    long: descendants.length > PAGE,
    orphans: orphans.map((row) => ({
      row,
      below: complete ? descendants.filter(({ tree }) => includes(tree, row.id)).length : null,
    })),
    more: rows.length - orphans.length,
    checked: complete ? null : descendants.length,
  }
}

async function withoutParent({ kazoo, granted }: Grant): Promise<Found> {
  const descendants: AccountRowDoc[] = []
  let page = await pageOfDescendants(kazoo, granted, { size: PAGE })
  descendants.push(...page.rows)
  while (page.next !== null && descendants.length < MOST) {
    page = await pageOfDescendants(kazoo, granted, { size: PAGE, after: page.next })
    descendants.push(...page.rows)
  }
  const known = new SealedMap(descendants.map(({ id }) => [id, true] as const))
  const rows = descendants.filter(({ tree }) => {
    const parent = tree.at(-1)
    // A row that does not lead through the granted account is none of ours (docs/security.md row 4).
    return parent !== undefined && includes(tree, granted) && !parent.equals(granted) && !known.has(parent)
  })
  const complete = page.next === null
  return { rows: complete ? rows : await belowGone({ kazoo, granted }, rows), descendants, complete }
}

/** Those of `rows` whose parent Kazoo does not know: it may also be among the accounts not looked at. */
async function belowGone({ kazoo }: Grant, rows: readonly AccountRowDoc[]): Promise<AccountRowDoc[]> {
  const parents: KazooId<'account'>[] = []
  for (const { tree } of rows) {
    const parent = tree.at(-1)
    if (parents.length < ASKED && parent !== undefined && !includes(parents, parent)) parents.push(parent)
  }
  const gone = await Promise.all(
    parents.map(async (parent) =>
      findAccount(kazoo, parent).then(
        () => false,
        (error: unknown) => {
          if (error instanceof NotFound || error instanceof Forbidden) return true
          throw error
        },
      ),
    ),
  )
  const missing = parents.filter((_, index) => gone[index])
  return rows.filter(({ tree }) => tree.at(-1) !== undefined && includes(missing, tree.at(-1)))
}

function includes(ids: readonly KazooId<'account'>[], id: KazooId<'account'> | undefined): boolean {
  return id !== undefined && ids.some((each) => each.equals(id))
}
