// Presents the header of a device's pages.
import 'server-only'
import { findAccount, type AccountDoc, type AncestorDoc } from '../../kazoo/accounts.ts'
import type { DeviceDoc } from '../../kazoo/devices.ts'
import type { DeviceRef } from '../../kazoo/ids.ts'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import type { Issue } from '../../session/proxy-ids.ts'
import type { DeviceHeader } from '../../views/device.ts'
import { bareMac } from '../../views/mac-address.ts'
import { toBreadcrumbs } from '../account/account-path.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { stateOf } from './draft.ts'
import { isRegistered, registrationsOf } from './registration.ts'

/** What the header is made of. `registrations` are those of the account, or null where they are unknown. */
export type DeviceParts = {
  ref: DeviceRef
  doc: DeviceDoc
  account: AccountDoc
  ancestors: readonly AncestorDoc[]
  registrations: readonly RegistrationDoc[] | null
}

/**
 * The parts of a device whose document is being read.
 * @throws NotFound, Unavailable
 */
export async function partsOf(
  grant: Grant,
  ref: DeviceRef,
  reading: Promise<DeviceDoc>,
): Promise<DeviceParts> {
  const [doc, account, ancestors, registrations] = await Promise.all([
    reading,
    findAccount(grant.kazoo, ref.account),
    ancestorsWithin(grant, ref.account),
    registrationsOf(grant, ref.account),
  ])
  return { ref, doc, account, ancestors, registrations }
}

/** The header of a device's pages. */
export function toHeader(parts: DeviceParts, issue: Issue): DeviceHeader {
  const { ref, doc, account, ancestors, registrations } = parts
  return {
    id: issue('device', ref),
    name: doc.name,
    type: doc.type,
    macAddress: bareMac(doc.macAddress),
    state: stateOf(doc, isRegistered(registrations, ref.device)),
    owner: doc.owner && issue('user', { account: ref.account, user: doc.owner }),
    breadcrumbs: toBreadcrumbs(account, ancestors, issue),
  }
}

/** The registration of the device. */
export function registrationOf({ ref, registrations }: DeviceParts): RegistrationDoc | undefined {
  return registrations?.find(({ device }) => device?.equals(ref.device))
}
