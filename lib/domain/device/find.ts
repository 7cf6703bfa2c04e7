// Finds one device, with everything that its pages show.
import 'server-only'
import { findDevice as find } from '../../kazoo/devices.ts'
import { listUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DeviceHeader, DeviceOwner, DevicePageData } from '../../views/device.ts'
import type { Verb } from '../../views/viewer.ts'
import { grantOf } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { modelOf, toDraft } from './draft.ts'
import { partsOf, registrationOf, toHeader, type DeviceParts } from './header.ts'
import { nameOf, toOwners } from './owner.ts'
import { toRegistration } from './registration.ts'

/**
 * A device with everything that its page and its form show.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findDevice(viewer: Viewer, device: string): Promise<DevicePageData> {
  permit(viewer, 'device.read')
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const [parts, users] = await Promise.all([
    partsOf(grant, ref, find(grant.kazoo, ref)),
    loadOptional('users', listUsers(grant.kazoo, ref.account)),
  ])
  const { doc, account } = parts
  const registration = registrationOf(parts)
  return withProxyIds(viewer.session, (issue) => {
    const header = toHeader(parts, issue)
    return {
      header,
      device: toDraft(doc, { id: header.id, account: issue('account', ref.account) }, header.owner),
      realm: doc.realm || account.realm,
      byIp: doc.sipMethod === 'ip',
      registration: registration === undefined ? null : toRegistration(registration),
      model: modelOf(doc),
      owner: users && toOwner(users, parts, issue),
      owners: users && toOwners(users, ref.account, doc.owner, issue),
    }
  })
}

/**
 * The header of a device's pages, for a page that runs `verb` and asks Kazoo for nothing else.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findDeviceHeader(viewer: Viewer, device: string, verb: Verb): Promise<DeviceHeader> {
  permit(viewer, 'device.read')
  permit(viewer, verb)
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const parts = await partsOf(grant, ref, find(grant.kazoo, ref))
  return withProxyIds(viewer.session, (issue) => toHeader(parts, issue))
}

function toOwner(
  users: readonly UserRowDoc[],
  { ref: { account }, doc: { owner } }: DeviceParts,
  issue: Issue,
): DeviceOwner | null {
  if (owner === null) return null
  const found = users.find(({ id }) => id.equals(owner))
  return {
    id: issue('user', { account, user: owner }),
    name: found === undefined ? null : nameOf(found),
    extension: found?.presenceId ?? '',
  }
}
