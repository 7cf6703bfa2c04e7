// Edits the viewer's own call forwarding.
import 'server-only'
import { findUser, patchUser } from '../../kazoo/users.ts'
import type { Viewer } from '../../session/viewer.ts'
import { formText, valuesOf } from '../../views/field-list.ts'
import { EDITABLE_FORWARD, OWN_FORWARD_FIELDS, type ForwardText } from '../../views/user-fields.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { auditValues, changesOf, saveChanges } from '../edits.ts'
import { nameOf } from '../device/owner.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { selfOf } from './self.ts'

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable
 */
export async function editForward(
  viewer: Viewer,
  { typed, initialValues }: { typed: Partial<ForwardText>; initialValues: Partial<ForwardText> },
): Promise<boolean> {
  permit(viewer, 'selfService.forward')
  const ref = selfOf(viewer)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findUser(grant.kazoo, ref), pathOf(grant, ref.account)])
  const now = formText(OWN_FORWARD_FIELDS, doc)
  const changed = changesOf(EDITABLE_FORWARD, typed, initialValues, now)
  if (Object.keys(changed).length === 0) return false
  const subject = { kind: 'user', name: nameOf(doc), resource: { kind: 'user', ref } } as const
  const before = auditValues(EDITABLE_FORWARD, changed, now)
  const after = auditValues(EDITABLE_FORWARD, changed, changed)
  await recorded(viewer, 'selfService.forward', { subject, path, before, after }, () =>
    saveChanges(OWN_FORWARD_FIELDS, valuesOf(OWN_FORWARD_FIELDS, changed), (patch) =>
      patchUser(grant.kazoo, ref, patch),
    ),
  )
  return true
}
