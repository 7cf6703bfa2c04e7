// Edits the viewer's own voicemail box: its settings, and a PIN that can only be written.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import { findVmbox, patchVmbox, type VmboxDoc } from '../../kazoo/vmboxes.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { formText, valuesOf } from '../../views/field-list.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { OwnBox } from '../../views/self-service.ts'
import { EDITABLE_OWN_BOX, OWN_VOICEMAIL_FIELDS, type OwnBoxText } from '../../views/voicemail-fields.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { auditValues, changesOf, saveChanges } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { selfOf } from './self.ts'

/** The form of a box; `pin` null: it stays. */
export type OwnBoxEdit = {
  typed: Partial<OwnBoxText>
  initialValues: Partial<OwnBoxText>
  pin: Password | null
}

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws NotFound for a box of another user; Rejected; Forbidden; Unavailable
 */
export async function editOwnBox(viewer: Viewer, box: string, edit: OwnBoxEdit): Promise<boolean> {
  permit(viewer, 'selfService.voicemail')
  const { pin } = edit
  const self = selfOf(viewer)
  const ref = await resolve(viewer.session, 'vmbox', box)
  if (!ref.account.equals(self.account)) throw new NotFound()
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findVmbox(grant.kazoo, ref), pathOf(grant, ref.account)])
  // It may belong to another user since its id was issued.
  if (!doc.owner?.equals(self.user)) throw new NotFound()
  const now = formText(OWN_VOICEMAIL_FIELDS, doc)
  const changed = changesOf(EDITABLE_OWN_BOX, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && pin === null) return false
  const secret = pin === null ? {} : { pin }
  const patch = { ...valuesOf(OWN_VOICEMAIL_FIELDS, changed), ...secret }
  const subject = { kind: 'vmbox', name: doc.name, resource: { kind: 'vmbox', ref } } as const
  const before = { ...auditValues(EDITABLE_OWN_BOX, changed, now), ...secret }
  const after = { ...auditValues(EDITABLE_OWN_BOX, changed, changed), ...secret }
  await recorded(viewer, 'selfService.voicemail', { subject, path, before, after }, () =>
    saveChanges(OWN_VOICEMAIL_FIELDS, patch, (fields) => patchVmbox(grant.kazoo, ref, fields)),
  )
  return true
}

/** The view of a box. */
export function toOwnBox(doc: VmboxDoc, id: ProxyId<'vmbox'>, messages: number): OwnBox {
  const { name, mailbox, held } = doc
  return { id, name, mailbox, messages, text: formText(OWN_VOICEMAIL_FIELDS, doc), held }
}
