// One person, with everything their pages show around them.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import { findUser as find, listDevicesOfUser, listUsers, type UserDeviceDoc } from '../../kazoo/users.ts'
import { listVmboxesOf, type VmboxRowDoc } from '../../kazoo/vmboxes.ts'
import { issuing, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { UserBox, UserDevice, UserPlace, UserRemoval } from '../../views/user.ts'
import type { Verb } from '../../views/viewer.ts'
import { toTrail } from '../account/place.ts'
import { toOwners } from '../device/owner.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { isSelf } from './approach.ts'
import { toDraft } from './draft.ts'

/** Somebody with what their page shows around them, for a page on which `verb` is done. @throws Forbidden, NotFound, Unavailable. */
export async function findUser(viewer: Viewer, user: string, verb: Verb = 'user.read'): Promise<UserPlace> {
  permit(viewer, 'user.read')
  permit(viewer, verb)
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const { kazoo } = grant
  const [doc, account, ancestors, devices, boxes, self] = await Promise.all([
    find(kazoo, ref),
    findAccount(kazoo, ref.account),
    ancestorsWithin(grant, ref.account),
    listDevicesOfUser(kazoo, ref),
    listVmboxesOf(kazoo, ref),
    isSelf(grant, ref),
  ])
  return issuing(viewer.session, (issue) => ({
    user: toDraft(
      doc,
      { id: issue('user', ref), account: issue('account', ref.account) },
      viewer.session.record.acting !== null,
    ),
    devices: toDevices(devices, ref, issue),
    boxes: toBoxes(boxes, ref, issue),
    self,
    trail: toTrail(account, ancestors, issue),
  }))
}

/** Somebody who may be removed, with all others of the account. @throws Forbidden, NotFound, Unavailable. */
export async function findUserToRemove(viewer: Viewer, user: string): Promise<UserRemoval> {
  const { self, ...place } = await findUser(viewer, user, 'user.remove')
  if (self) throw new NotFound()
  const ref = await resolve(viewer.session, 'user', user)
  const users = await listUsers(grantOf(viewer).kazoo, ref.account)
  const others = users.filter(({ id }) => !id.equals(ref.user))
  const heirs = await issuing(viewer.session, (issue) => toOwners(others, ref.account, null, issue))
  return { ...place, devices: place.devices.filter(({ own }) => own), heirs }
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
