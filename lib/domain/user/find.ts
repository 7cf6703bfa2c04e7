// Finds one user, with everything that their pages show.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import { findUser as find, listingOfDevicesOfUser, listUsers, type UserDeviceDoc } from '../../kazoo/users.ts'
import { listingOfVmboxesOf, type VmboxRowDoc } from '../../kazoo/vmboxes.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { deviceState } from '../../views/device-state.ts'
import type {
  UnopenableResources,
  UserBox,
  UserDevice,
  UserFormData,
  UserHeader,
  UserPageData,
  UserRemoval,
} from '../../views/user.ts'
import type { Verb } from '../../views/viewer.ts'
import { toOwners } from '../device/owner.ts'
import { isRegistered, registrationsOf } from '../device/registration.ts'
import { grantOf } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { unopenable } from '../unopenable.ts'
import { toDraft } from './draft.ts'
import { partsOf, toHeader, type UserParts } from './header.ts'

/**
 * A user with everything that their page shows. Devices and boxes are null where they cannot be listed now.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findUser(viewer: Viewer, user: string): Promise<UserPageData> {
  permit(viewer, 'user.read')
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const { kazoo } = grant
  const [parts, devices, boxes, registrations] = await Promise.all([
    partsOf(grant, ref, find(kazoo, ref)),
    loadOptional('devices', listingOfDevicesOfUser(kazoo, ref)),
    loadOptional('voicemail boxes', listingOfVmboxesOf(kazoo, ref)),
    registrationsOf(grant, ref.account),
  ])
  const { timezone, realm } = parts.account
  return withProxyIds(viewer.session, (issue) => ({
    ...toForm(viewer, parts, issue),
    inherited: { timezone, realm },
    devices: devices && toDevices(devices.rows, ref, registrations, issue),
    boxes: boxes && toBoxes(boxes.rows, ref, issue),
    unopenable: unopenableOf(devices?.unopenable, boxes?.unopenable),
  }))
}

/**
 * A user for a page with forms that run `verb`.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findUserForm(
  viewer: Viewer,
  user: string,
  verb: Verb = 'user.read',
): Promise<UserFormData> {
  permit(viewer, 'user.read')
  permit(viewer, verb)
  const parts = await readParts(viewer, user)
  return withProxyIds(viewer.session, (issue) => toForm(viewer, parts, issue))
}

/**
 * The header of a user's pages, for a page that runs `verb` and asks Kazoo for nothing else.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findUserHeader(viewer: Viewer, user: string, verb: Verb): Promise<UserHeader> {
  permit(viewer, 'user.read')
  permit(viewer, verb)
  const parts = await readParts(viewer, user)
  return withProxyIds(viewer.session, (issue) => toHeader(parts, issue))
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
  const [parts, devices, boxes, users] = await Promise.all([
    partsOf(grant, ref, find(kazoo, ref)),
    listingOfDevicesOfUser(kazoo, ref),
    listingOfVmboxesOf(kazoo, ref),
    listUsers(kazoo, ref.account),
  ])
  if (parts.self) throw new NotFound()
  const others = users.filter(({ id }) => !id.equals(ref.user))
  return withProxyIds(viewer.session, (issue) => {
    const { header, user: draft } = toForm(viewer, parts, issue)
    return {
      user: draft,
      breadcrumbs: header.breadcrumbs,
      devices: toDevices(devices.rows, ref, null, issue).filter(({ own }) => own),
      boxes: toBoxes(boxes.rows, ref, issue),
      unopenable: unopenableOf(
        devices.unopenable.filter(({ owner }) => owner?.equals(ref.user)),
        boxes.unopenable,
      ),
      newOwners: toOwners(others, ref.account, null, issue),
    }
  })
}

async function readParts(viewer: Viewer, user: string): Promise<UserParts> {
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  return partsOf(grant, ref, find(grant.kazoo, ref))
}

function toForm({ session }: Viewer, parts: UserParts, issue: Issue): UserFormData {
  const header = toHeader(parts, issue)
  const user = toDraft(parts.doc, header, session.record.impersonation !== null)
  return { header, user }
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

function toDevices(
  docs: readonly UserDeviceDoc[],
  { account, user }: UserRef,
  registrations: readonly RegistrationDoc[] | null,
  issue: Issue,
): UserDevice[] {
  const rows = docs.map(({ id, name, type, enabled, owner }) => ({
    id: issue('device', { account, device: id }),
    name,
    type,
    state: deviceState({ type, enabled, registered: isRegistered(registrations, id) }),
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
