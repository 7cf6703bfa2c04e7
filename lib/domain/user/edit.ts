// Saves the changed fields of a user, and overwrites nothing unseen.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import { patchUser } from '../../kazoo/users.ts'
import type { Viewer } from '../../session/viewer.ts'
import { valuesOf } from '../../views/field-list.ts'
import { EDITABLE_USER, USER_FIELDS, type UserText } from '../../views/user-fields.ts'
import { recorded } from '../audit/record.ts'
import { refuseUserDuplicates } from '../duplicates.ts'
import { auditValues, changesOf, saveChanges } from '../edits.ts'
import { permit } from '../permission.ts'
import { loadUserForEdit, isSelf, subjectOf } from './load-for-edit.ts'
import { textOf } from './draft.ts'

/** The edit form: all its fields as text, their initial values, and a new hot desk PIN or none. */
export type UserEdit = {
  typed: Partial<UserText>
  initialValues: Partial<UserText>
  hotdeskPin: Password | null
  /** An e-mail address that may belong to another user too; the viewer confirmed it. */
  sharedEmail?: string
}

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws Rejected at fields of the form, also when another user changed the same field meanwhile; Forbidden;
 * NotFound; Unavailable
 */
export async function editUser(viewer: Viewer, user: string, edit: UserEdit): Promise<boolean> {
  permit(viewer, 'user.edit')
  const { hotdeskPin } = edit
  const person = await loadUserForEdit(viewer, user)
  const now = textOf(person.doc, viewer.session.record.impersonation !== null)
  const changed = changesOf(EDITABLE_USER, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && hotdeskPin === null) return false
  if (changed.enabled === '' && (await isSelf(person.grant, person.ref)))
    throw new Rejected({ enabled: 'messages.user.self' })
  const secret = hotdeskPin === null ? {} : { hotdeskPin }
  const patch = { ...valuesOf(USER_FIELDS, changed), ...secret }
  await recorded(
    viewer,
    'user.edit',
    {
      subject: subjectOf(person),
      path: person.path,
      before: { ...auditValues(EDITABLE_USER, changed, now), ...secret },
      after: { ...auditValues(EDITABLE_USER, changed, changed), ...secret },
    },
    async () => {
      const { grant, ref } = person
      const place = { viewer, grant, account: ref.account, own: ref.user }
      await refuseUserDuplicates(place, changed, edit.sharedEmail)
      return saveChanges(USER_FIELDS, patch, (fields) => patchUser(grant.kazoo, ref, fields))
    },
  )
  return true
}
