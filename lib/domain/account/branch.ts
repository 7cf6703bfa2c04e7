// Lists the account tree, one branch at a time.
import 'server-only'
import { findAccount, pageOfChildren, type AccountDoc } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AccountBranch, AccountPageData, AccountRow } from '../../views/account.ts'
import { NotFound } from '../../errors.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { unopenable } from '../unopenable.ts'
import { toBreadcrumbs, toDraft } from './account-path.ts'

const BRANCH = 50

/**
 * The granted account with the first of its children: the root of the tree.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findRoot(viewer: Viewer): Promise<{ root: AccountRow; branch: AccountBranch }> {
  permit(viewer, 'account.read')
  const grant = grantOf(viewer)
  const [doc, page] = await Promise.all([
    findAccount(grant.kazoo, grant.granted),
    pageOfChildren(grant.kazoo, grant.granted, { size: BRANCH }),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    root: toRoot(doc, issue),
    branch: toBranch(page, grant.granted, issue),
  }))
}

/**
 * The same of any account, with what its pages show of it.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountWithBranch(
  viewer: Viewer,
  account: string,
): Promise<AccountPageData & { root: AccountRow; branch: AccountBranch }> {
  permit(viewer, 'account.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, ancestors, page] = await Promise.all([
    findAccount(grant.kazoo, id),
    ancestorsWithin(grant, id),
    pageOfChildren(grant.kazoo, id, { size: BRANCH }),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
    root: toRoot(doc, issue),
    branch: toBranch(page, id, issue),
  }))
}

/**
 * The next children of `parent` by name, from the start or after a cursor of that parent.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function listBranch(
  viewer: Viewer,
  parent: string,
  after: string | null,
): Promise<AccountBranch> {
  permit(viewer, 'account.read')
  const account = await resolve(viewer.session, 'account', parent)
  const grant = grantOf(viewer)
  const cursor = after === null ? {} : { after: await cursorOf(viewer, account, after) }
  const page = await pageOfChildren(grant.kazoo, account, { size: BRANCH, ...cursor })
  return withProxyIds(viewer.session, (issue) => toBranch(page, account, issue))
}

async function cursorOf(
  viewer: Viewer,
  account: KazooId<'account'>,
  after: string,
): Promise<KazooId<'cursor'>> {
  const ref = await resolve(viewer.session, 'cursor', after)
  if (!ref.account.equals(account)) throw new NotFound()
  return ref.cursor
}

function toRoot({ id, name, realm, descendantsCount }: AccountDoc, issue: Issue): AccountRow {
  return { id: issue('account', id), name, realm, below: descendantsCount }
}

type Children = Awaited<ReturnType<typeof pageOfChildren>>

function toBranch(
  { rows, unopenable: others, next }: Children,
  account: KazooId<'account'>,
  issue: Issue,
): AccountBranch {
  return {
    rows: rows.map(({ id, name, realm, descendantsCount }) => ({
      id: issue('account', id),
      name,
      realm: realm ?? '',
      below: descendantsCount,
    })),
    unopenable: unopenable(others.map(({ name }) => name)),
    next: next === null ? null : issue('cursor', { account, cursor: next }),
  }
}
