// Saves of a person only what changed, and overwrites nothing unseen.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import { patchUser } from '../../kazoo/users.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { EDITABLE_USER, userText, type UserText } from '../../views/user.ts'
import { recorded } from '../audit/record.ts'
import { changesOf } from '../edits.ts'
import { permit } from '../permission.ts'
import { loadUserForEdit, isSelf, subjectOf, type LoadedUser } from './load-for-edit.ts'
import { toDraft } from './draft.ts'
import { toPatch } from './patch.ts'
import { atUserFields } from './rejection.ts'

/** What the edit form sends: all its fields as text, the text it was filled with, and a new PIN for hot desks or none. */
export type UserEdit = {
  typed: Partial<UserText>
  initialValues: Partial<UserText>
  hotdeskPin: Password | null
}

/**
 * Saves only what changed. Answers whether anything did. @throws Rejected at fields of the form, also when somebody else changed the
 * same meanwhile; Forbidden; NotFound; Unavailable.
 */
export async function editUser(viewer: Viewer, user: string, edit: UserEdit): Promise<boolean> {
  permit(viewer, 'user.edit')
  const { hotdeskPin } = edit
  const person = await loadUserForEdit(viewer, user)
  const now = await textOf(viewer, person)
  const changed = changesOf(EDITABLE_USER, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && hotdeskPin === null) return false
  if (changed.enabled === '' && (await isSelf(person.grant, person.ref)))
    throw new Rejected({ enabled: 'messages.user.self' })
  await recorded(
    viewer,
    'user.edit',
    {
      subject: subjectOf(person),
      path: person.path,
      before: told(changed, now, hotdeskPin),
      after: told(changed, changed, hotdeskPin),
    },
    () => atUserFields(patchUser(person.grant.kazoo, person.ref, toPatch(changed, hotdeskPin))),
  )
  return true
}

async function textOf({ session }: Viewer, { ref, doc }: LoadedUser): Promise<UserText> {
  return withProxyIds(session, (issue) =>
    userText(
      toDraft(
        doc,
        { id: issue('user', ref), account: issue('account', ref.account) },
        session.record.impersonation !== null,
      ),
    ),
  )
}

/** What the trail says of the changed fields. */
function told(changed: Partial<UserText>, values: Partial<UserText>, pin: Password | null) {
  const fields = EDITABLE_USER.filter((field) => changed[field] !== undefined)
  return {
    ...Object.fromEntries(fields.map((field) => [field, values[field] ?? ''])),
    ...(pin === null ? {} : { hotdeskPin: pin }),
  }
}
