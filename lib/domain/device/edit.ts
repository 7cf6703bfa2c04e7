// Saves the changed fields of a device, and overwrites nothing unseen.
import 'server-only'
import { findDevice, patchDevice } from '../../kazoo/devices.ts'
import type { Password } from '../../kazoo/ids.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { DEVICE_FIELDS, EDITABLE_DEVICE, type DeviceText } from '../../views/device-fields.ts'
import { valuesOf } from '../../views/field-list.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { refuseDeviceDuplicates } from '../duplicates.ts'
import { auditValues, changesOf, saveChanges } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { textOf } from './draft.ts'
import { ownerAsPosted, ownerOf } from './owner.ts'

/** The edit form: all its fields as text, their initial values, and a new SIP password or none. */
export type DeviceEdit = {
  typed: Partial<DeviceText>
  initialValues: Partial<DeviceText>
  sipPassword: Password | null
}

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws Rejected at fields of the form, also when another user changed the same field meanwhile; Forbidden;
 * NotFound; Unavailable
 */
export async function editDevice(viewer: Viewer, device: string, edit: DeviceEdit): Promise<boolean> {
  permit(viewer, 'device.edit')
  const { sipPassword } = edit
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findDevice(grant.kazoo, ref), pathOf(grant, ref.account)])
  const now = textOf(
    doc,
    await ownerAsPosted(viewer, ref, doc.owner, [edit.initialValues.owner, edit.typed.owner]),
  )
  const changed = changesOf(EDITABLE_DEVICE, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && sipPassword === null) return false
  const owner = changed.owner === undefined ? undefined : await ownerOf(viewer, ref.account, changed.owner)
  const patch = {
    ...valuesOf(DEVICE_FIELDS, changed),
    ...(owner === undefined ? {} : { owner }),
    ...(sipPassword === null ? {} : { sipPassword }),
  }
  await recorded(
    viewer,
    'device.edit',
    {
      subject: { kind: 'device', name: doc.name, resource: { kind: 'device', ref } },
      path,
      before: logged(changed, now, sipPassword),
      after: logged(changed, changed, sipPassword),
    },
    async () => {
      await refuseDeviceDuplicates({ viewer, grant, account: ref.account, own: ref.device }, changed)
      return saveChanges(DEVICE_FIELDS, patch, (fields) => patchDevice(grant.kazoo, ref, fields))
    },
  )
  return true
}

/** The values of the changed fields for the audit log. The proxy id of an owner means nothing there. */
function logged(changed: Partial<DeviceText>, values: Partial<DeviceText>, sipPassword: Password | null) {
  return {
    ...auditValues(EDITABLE_DEVICE, changed, { ...values, owner: 'changed' }),
    ...(sipPassword === null ? {} : { sipPassword }),
  }
}
