// Saves of a device only what changed, and overwrites nothing unseen.
import 'server-only'
import { findDevice, patchDevice, type DeviceDoc } from '../../kazoo/devices.ts'
import type { DeviceRef, Password } from '../../kazoo/ids.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { deviceText, EDITABLE, type DeviceText } from '../../views/device.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { changesOf } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { toDraft } from './draft.ts'
import { ownerOf } from './owner.ts'
import { toPatch } from './patch.ts'
import { atFormFields } from './rejection.ts'

/** What the edit form sends: all its fields as text, the text it was filled with, and a new SIP password or none. */
export type DeviceEdit = {
  typed: Partial<DeviceText>
  initialValues: Partial<DeviceText>
  sipPassword: Password | null
}

/**
 * Saves only what changed. Answers whether anything did. @throws Rejected at fields of the form, also when somebody else changed the
 * same meanwhile; Forbidden; NotFound; Unavailable.
 */
export async function editDevice(viewer: Viewer, device: string, edit: DeviceEdit): Promise<boolean> {
  permit(viewer, 'device.edit')
  const { sipPassword } = edit
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findDevice(grant.kazoo, ref), pathOf(grant, ref.account)])
  const now = await textOf(viewer, ref, doc)
  const changed = changesOf(EDITABLE, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && sipPassword === null) return false
  const owner = changed.owner === undefined ? undefined : await ownerOf(viewer, ref.account, changed.owner)
  await recorded(
    viewer,
    'device.edit',
    {
      subject: { kind: 'device', name: doc.name, resource: { kind: 'device', ref } },
      path,
      before: told(changed, now, sipPassword),
      after: told(changed, changed, sipPassword),
    },
    () => atFormFields(patchDevice(grant.kazoo, ref, toPatch(changed, owner, sipPassword))),
  )
  return true
}

async function textOf(viewer: Viewer, ref: DeviceRef, doc: DeviceDoc): Promise<DeviceText> {
  return withProxyIds(viewer.session, (issue) => {
    const owner = doc.owner === null ? null : issue('user', { account: ref.account, user: doc.owner })
    const ids = { id: issue('device', ref), account: issue('account', ref.account), owner }
    return deviceText(toDraft(doc, ids))
  })
}

/** What the trail says of the changed fields: an owner is named by the form's own id of this session, which says nothing, so it is left out. */
function told(changed: Partial<DeviceText>, values: Partial<DeviceText>, password: Password | null) {
  const fields = EDITABLE.filter((field) => changed[field] !== undefined && field !== 'owner')
  return {
    ...Object.fromEntries(fields.map((field) => [field, values[field] ?? ''])),
    ...(changed.owner === undefined ? {} : { owner: 'changed' }),
    ...(password === null ? {} : { sipPassword: password }),
  }
}
