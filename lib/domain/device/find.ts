// Finds one device, with everything that its page shows.
import 'server-only'
import { findAccount } from '../../kazoo/accounts.ts'
import { findDevice as find } from '../../kazoo/devices.ts'
import { listUsers } from '../../kazoo/users.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DevicePageData } from '../../views/device.ts'
import { toBreadcrumbs } from '../account/account-path.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { modelOf, stateOf, toDraft } from './draft.ts'
import { toOwners } from './owner.ts'
import { registrationsOf, toRegistration } from './registration.ts'

/**
 * A device with everything that its page shows.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findDevice(viewer: Viewer, device: string): Promise<DevicePageData> {
  permit(viewer, 'device.read')
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const { kazoo } = grant
  const [doc, account, ancestors, users, registrations] = await Promise.all([
    find(kazoo, ref),
    findAccount(kazoo, ref.account),
    ancestorsWithin(grant, ref.account),
    loadOptional('users', listUsers(kazoo, ref.account)),
    registrationsOf(grant, ref.account),
  ])
  const registration = registrations?.find((each) => each.device?.equals(ref.device))
  return withProxyIds(viewer.session, (issue) => ({
    device: toDraft(
      doc,
      { id: issue('device', ref), account: issue('account', ref.account) },
      doc.owner && issue('user', { account: ref.account, user: doc.owner }),
    ),
    state: stateOf(doc, registrations && registration !== undefined),
    registration: registration === undefined ? null : toRegistration(registration),
    model: modelOf(doc),
    owners: users && toOwners(users, ref.account, doc.owner, issue),
    breadcrumbs: toBreadcrumbs(account, ancestors, issue),
  }))
}
