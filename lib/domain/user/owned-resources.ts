// Lists the resources that a user owns, and disposes of each before the user is removed.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { patchDevice, removeDevice } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listingOfDevicesOfUser, type UserDeviceDoc } from '../../kazoo/users.ts'
import { listingOfVmboxesOf, patchVmbox, removeVmbox, type VmboxRowDoc } from '../../kazoo/vmboxes.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Disposition } from '../../views/user.ts'
import { recorded } from '../audit/record.ts'
import { saveChanges } from '../edits.ts'
import type { LoadedUser } from './load-for-edit.ts'

/** The new owner of what is given away; null where nothing is. */
export type NewOwner = { user: KazooId<'user'>; name: string } | null

/** Disposes of one resource; each has an audit event of its own. */
type Settle = () => Promise<void>

/**
 * One step for each of their devices, then one for each voicemail box; devices of other users where they are
 * only hot-desked in are left alone, and what the portal cannot open keeps its owner.
 */
export async function ownedResourcesOf(
  viewer: Viewer,
  person: LoadedUser,
  dispositions: { devices: Disposition; boxes: Disposition },
  newOwner: NewOwner,
): Promise<Settle[]> {
  const { kazoo } = person.grant
  const [devices, boxes] = await Promise.all([
    listingOfDevicesOfUser(kazoo, person.ref),
    listingOfVmboxesOf(kazoo, person.ref),
  ])
  const own = devices.rows.filter(({ owner }) => owner?.equals(person.ref.user))
  return [
    ...own.map((device) =>
      unlessGone(() => settleDevice(viewer, person, device, dispositions.devices, newOwner)),
    ),
    ...boxes.rows.map((box) =>
      unlessGone(() => settleBox(viewer, person, box, dispositions.boxes, newOwner)),
    ),
  ]
}

async function settleDevice(
  viewer: Viewer,
  { grant, ref, name, path }: LoadedUser,
  device: UserDeviceDoc,
  disposition: Disposition,
  newOwner: NewOwner,
): Promise<void> {
  const at = { account: ref.account, device: device.id }
  const subject = { kind: 'device', name: device.name, resource: { kind: 'device' as const, ref: at } }
  if (disposition === 'delete') {
    const change = { subject, path, before: { name: device.name }, after: null }
    return recorded(viewer, 'device.remove', change, () => removeDevice(grant.kazoo, at))
  }
  const { owner, after } = handedOver(disposition, newOwner)
  const change = { subject, path, before: { owner: name }, after }
  await recorded(viewer, 'device.edit', change, () =>
    saveChanges({}, { owner }, (patch) => patchDevice(grant.kazoo, at, patch)),
  )
}

async function settleBox(
  viewer: Viewer,
  { grant, ref, name, path }: LoadedUser,
  box: VmboxRowDoc,
  disposition: Disposition,
  newOwner: NewOwner,
): Promise<void> {
  const at = { account: ref.account, vmbox: box.id }
  const subject = { kind: 'vmbox', name: box.name, resource: { kind: 'vmbox' as const, ref: at } }
  if (disposition === 'delete') {
    const change = { subject, path, before: { name: box.name, mailbox: box.mailbox }, after: null }
    return recorded(viewer, 'vmbox.remove', change, () => removeVmbox(grant.kazoo, at))
  }
  const { owner, after } = handedOver(disposition, newOwner)
  const change = { subject, path, before: { owner: name }, after }
  await recorded(viewer, 'vmbox.edit', change, () =>
    saveChanges({}, { owner }, (patch) => patchVmbox(grant.kazoo, at, patch)),
  )
}

function handedOver(disposition: Disposition, newOwner: NewOwner) {
  const to = disposition === 'give' ? newOwner : null
  return { owner: to?.user ?? null, after: { owner: to?.name ?? '' } }
}

/** Another user may have removed it meanwhile: then there is nothing left to do. */
function unlessGone(settle: Settle): Settle {
  return async () => {
    try {
      await settle()
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
}
