// Finds one user, with everything that their pages show.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import { findUser as find, listingOfDevicesOfUser, listUsers, type UserDeviceDoc } from '../../kazoo/users.ts'
import { listingOfVmboxesOf, type VmboxRowDoc } from '../../kazoo/vmboxes.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { UnopenableResources, UserBox, UserDevice, UserPageData, UserRemoval } from '../../views/user.ts'
import type { Verb } from '../../views/viewer.ts'
import { toBreadcrumbs } from '../account/account-path.ts'
import { toOwners } from '../device/owner.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { unopenable } from '../unopenable.ts'
import { isSelf } from './load-for-edit.ts'
import { toDraft } from './draft.ts'

/**
 * A user with everything that their page shows, for a page that runs `verb`. Devices and boxes are null where
 * they cannot be listed now.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findUser(
  viewer: Viewer,
  user: string,
  verb: Verb = 'user.read',
): Promise<UserPageData> {
  permit(viewer, 'user.read')
  permit(viewer, verb)
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const [found, devices, boxes] = await Promise.all([
    around(grant, ref),
    loadOptional('devices', listingOfDevicesOfUser(grant.kazoo, ref)),
    loadOptional('voicemail boxes', listingOfVmboxesOf(grant.kazoo, ref)),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    ...toPage(viewer, found, ref, issue),
    devices: devices && toDevices(devices.rows, ref, issue),
    boxes: boxes && toBoxes(boxes.rows, ref, issue),
    unopenable: unopenableOf(devices?.unopenable, boxes?.unopenable),
    self: found.self,
  }))
}

/**
 * A user who may be removed, with everything they own and all other users of the account.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findUserToRemove(viewer: Viewer, user: string): Promise<UserRemoval> {
  permit(viewer, 'user.read')
  permit(viewer, 'user.remove')
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const { kazoo } = grant
  const [found, devices, boxes, users] = await Promise.all([
    around(grant, ref),
    listingOfDevicesOfUser(kazoo, ref),
    listingOfVmboxesOf(kazoo, ref),
    listUsers(kazoo, ref.account),
  ])
  if (found.self) throw new NotFound()
  const others = users.filter(({ id }) => !id.equals(ref.user))
  return withProxyIds(viewer.session, (issue) => ({
    ...toPage(viewer, found, ref, issue),
    devices: toDevices(devices.rows, ref, issue).filter(({ own }) => own),
    boxes: toBoxes(boxes.rows, ref, issue),
    unopenable: unopenableOf(
      devices.unopenable.filter(({ owner }) => owner?.equals(ref.user)),
      boxes.unopenable,
    ),
    newOwners: toOwners(others, ref.account, null, issue),
  }))
}

/** A user and the breadcrumbs to them; `self`: the portal itself signs in to Kazoo as them. */
async function around(grant: Grant, ref: UserRef) {
  const [doc, account, ancestors, self] = await Promise.all([
    find(grant.kazoo, ref),
    findAccount(grant.kazoo, ref.account),
    ancestorsWithin(grant, ref.account),
    isSelf(grant, ref),
  ])
  return { doc, account, ancestors, self }
}

function toPage(
  { session }: Viewer,
  { doc, account, ancestors }: Awaited<ReturnType<typeof around>>,
  ref: UserRef,
  issue: Issue,
): Pick<UserPageData, 'user' | 'breadcrumbs'> {
  return {
    user: toDraft(
      doc,
      { id: issue('user', ref), account: issue('account', ref.account) },
      session.record.impersonation !== null,
    ),
    breadcrumbs: toBreadcrumbs(account, ancestors, issue),
  }
}

type Named = { name: string }

/** The devices and boxes of a user that cannot be opened. A box without a name is called by its number. */
export function unopenableOf(
  devices: readonly Named[] = [],
  boxes: readonly (Named & { mailbox: string })[] = [],
): UnopenableResources {
  return {
    devices: unopenable(devices.map(({ name }) => name)),
    boxes: unopenable(boxes.map(({ name, mailbox }) => name || mailbox)),
  }
}

function toDevices(docs: readonly UserDeviceDoc[], { account, user }: UserRef, issue: Issue): UserDevice[] {
  const rows = docs.map(({ id, name, type, enabled, owner }) => ({
    id: issue('device', { account, device: id }),
    name,
    type,
    enabled,
    own: owner?.equals(user) ?? false,
  }))
  return rows.toSorted((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name))
}

function toBoxes(docs: readonly VmboxRowDoc[], { account }: UserRef, issue: Issue): UserBox[] {
  const rows = docs.map(({ id, name, mailbox, messages }) => ({
    id: issue('vmbox', { account, vmbox: id }),
    name,
    mailbox,
    messages,
  }))
  return rows.toSorted((a, b) => a.mailbox.localeCompare(b.mailbox))
}
