// Finds an account for its pages: alone, or with its devices.
import 'server-only'
import { accountsKeptBelow } from '../../kazoo/keeps-accounts.ts'
import { findAccount as find } from '../../kazoo/accounts.ts'
import { listUsers } from '../../kazoo/users.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AccountPageData, AccountsKept } from '../../views/account.ts'
import type { DeviceList, DeviceQuery, OwnerOption } from '../../views/device.ts'
import { nextExtension } from '../../views/suggestions.ts'
import { listDevices, toDeviceList } from '../device/list.ts'
import { toOwners } from '../device/owner.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { toDraft, toBreadcrumbs } from './account-path.ts'
import { inheritedZone } from './inherited-zone.ts'

/**
 * An account and its breadcrumbs, for a page that runs `verb`.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccount(
  viewer: Viewer,
  account: string,
  verb: 'account.read' | 'account.edit' | 'audit.read',
): Promise<AccountPageData> {
  permit(viewer, verb)
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, ancestors] = await Promise.all([find(grant.kazoo, id), ancestorsWithin(grant, id)])
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
  }))
}

/**
 * The same for the form of a new sub-account of `account` (null: the granted one): `zone` is the time zone
 * that it inherits, empty if unknown; `kept` whether Kazoo keeps sub-accounts, a promise that never rejects.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountToCreateIn(
  viewer: Viewer,
  account: string | null,
): Promise<AccountPageData & { zone: string; kept: Promise<AccountsKept> }> {
  permit(viewer, 'account.create')
  const grant = grantOf(viewer)
  const id = account === null ? grant.granted : await resolve(viewer.session, 'account', account)
  const [doc, ancestors] = await Promise.all([find(grant.kazoo, id), ancestorsWithin(grant, id)])
  const page = await withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
  }))
  const zone = await inheritedZone(grant.kazoo, doc, ancestors)
  return { ...page, zone, kept: accountsKeptBelow(grant.kazoo, doc) }
}

/**
 * The same for the form of a new user: `extension` is the next free one, empty if unknown.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountToAddUser(
  viewer: Viewer,
  account: string,
): Promise<AccountPageData & { extension: string }> {
  permit(viewer, 'user.create')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, ancestors, users] = await Promise.all([
    find(grant.kazoo, id),
    ancestorsWithin(grant, id),
    loadOptional('users', listUsers(grant.kazoo, id)),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
    extension: nextExtension(users?.map(({ presenceId }) => presenceId ?? '') ?? []),
  }))
}

/**
 * The same with a page of its devices.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountWithDevices(
  viewer: Viewer,
  account: string,
  query: DeviceQuery,
): Promise<AccountPageData & { devices: DeviceList }> {
  permit(viewer, 'account.read')
  permit(viewer, 'device.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, ancestors, listing] = await Promise.all([
    find(grant.kazoo, id),
    ancestorsWithin(grant, id),
    listDevices(viewer, grant, id, query),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
    devices: toDeviceList(listing, id, issue),
  }))
}

/**
 * The same with the users who can own a new device; null: they cannot be listed now.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findAccountWithOwners(
  viewer: Viewer,
  account: string,
): Promise<AccountPageData & { owners: OwnerOption[] | null }> {
  permit(viewer, 'device.create')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, ancestors, users] = await Promise.all([
    find(grant.kazoo, id),
    ancestorsWithin(grant, id),
    loadOptional('users', listUsers(grant.kazoo, id)),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    account: toDraft(doc, grant.granted, issue),
    breadcrumbs: toBreadcrumbs(doc, ancestors, issue),
    owners: users && toOwners(users, id, null, issue),
  }))
}
