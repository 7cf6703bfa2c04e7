// Lists the users of an account with their names, roles and features; filters, sorts and pages them here.
import 'server-only'
import { findAccount } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listingOfUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AccountPageData } from '../../views/account.ts'
import { inOrder, listPage, narrows, WHOLE_ROWS, withoutFilters } from '../../views/list.ts'
import { userRules } from '../../views/user-rules.ts'
import type { UserList, UserQuery, UserRow } from '../../views/user.ts'
import { toDraft, toBreadcrumbs } from '../account/account-path.ts'
import { nameOf } from '../device/owner.ts'
import { keepingRecent } from '../device/recent.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'
import { unopenable } from '../unopenable.ts'

/** A user before they have a proxy id. */
type Listed = Omit<UserRow, 'id'> & { user: KazooId<'user'> }

type Everybody = { all: Listed[] } & Pick<UserList, 'admins' | 'unopenable'>

const recent = keepingRecent<Everybody>()

/**
 * An account with the page of its users for `query`: cut from the whole list, as that of devices is (decision
 * 152); the next page may be cut from a list that was read seconds ago.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountWithUsers(
  viewer: Viewer,
  account: string,
  query: UserQuery,
): Promise<AccountPageData & { users: UserList }> {
  permit(viewer, 'account.read')
  permit(viewer, 'user.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const fresh = !narrows(query) && query.page === 1
  const read = () => everybody(grant, id)
  const [doc, ancestors, everyone] = await Promise.all([
    findAccount(grant.kazoo, id),
    ancestorsWithin(grant, id),
    recent(viewer.session.digest.digest, id, { fresh, read }),
  ])
  const listing = pageOf(everyone, query)
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
    users: { ...listing, rows: listing.rows.map((row) => toRow(row, id, issue)) },
  }))
}

/**
 * Every user by name, for a browser that filters by itself; null when they are too many.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function listEveryUser(viewer: Viewer, account: string): Promise<UserRow[] | null> {
  permit(viewer, 'user.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  // The path down from the granted account proves that the account is still ours.
  const [{ all }] = await Promise.all([everybody(grant, id), ancestorsWithin(grant, id)])
  if (all.length > WHOLE_ROWS) return null
  return withProxyIds(viewer.session, (issue) => all.map((row) => toRow(row, id, issue)))
}

async function everybody({ kazoo }: Grant, account: KazooId<'account'>): Promise<Everybody> {
  const { rows, unopenable: others } = await listingOfUsers(kazoo, account)
  return {
    all: rows.map(listed),
    admins: [...rows, ...others].filter(({ privilege }) => privilege === 'admin').length,
    unopenable: unopenable(others.map(nameOf)),
  }
}

function listed(doc: UserRowDoc): Listed {
  return {
    user: doc.id,
    name: nameOf(doc),
    username: doc.username ?? '',
    email: doc.email ?? '',
    extension: doc.presenceId ?? '',
    privilege: doc.privilege,
    features: doc.features,
  }
}

function pageOf({ all, ...rest }: Everybody, query: UserQuery) {
  const sorted = inOrder(all, query, userRules)
  if (query.page === 'all' && all.length <= WHOLE_ROWS) {
    return { ...listPage(sorted, withoutFilters(query), userRules), ...rest, query, whole: true }
  }
  const page = query.page === 'all' ? 1 : query.page
  return { ...listPage(sorted, { ...query, page }, userRules), ...rest, whole: false }
}

function toRow({ user, ...row }: Listed, account: KazooId<'account'>, issue: Issue): UserRow {
  const { name, username, email, extension, privilege, features } = row
  return { id: issue('user', { account, user }), name, username, email, extension, privilege, features }
}
