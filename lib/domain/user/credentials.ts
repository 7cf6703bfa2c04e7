// Sets how a user signs in, and whether they are an admin.
import 'server-only'
import { ConflictError } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import { patchUser } from '../../kazoo/users.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Privilege } from '../../views/user.ts'
import { recorded } from '../audit/record.ts'
import { saveChanges } from '../edits.ts'
import { SIGN_IN_FIELDS } from '../../views/user-fields.ts'
import { refuseUserDuplicates } from '../duplicates.ts'
import { nameOf } from '../device/owner.ts'
import { permit, refuseSecrets } from '../permission.ts'
import { loadUserForEdit, refuseSelf, subjectOf } from './load-for-edit.ts'
import { passwordOr } from './new-password.ts'

/** The form; without a password one is generated. `mustRenew`: they have to choose another at once. */
export type NewCredentials = { username: string; password: Password | null; mustRenew: boolean }

/**
 * Sets username and password together, because Kazoo stores only a hash of both; all tokens of the user end.
 * Returns the generated password, for one response.
 * @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable
 */
export async function setPassword(
  viewer: Viewer,
  user: string,
  { username, password: typed, mustRenew }: NewCredentials,
): Promise<string | null> {
  permit(viewer, 'user.password')
  refuseSecrets(viewer)
  const person = await loadUserForEdit(viewer, user)
  await refuseSelf(person)
  const { doc } = person
  const company = viewer.session.record.tenantName
  const { password, shown } = passwordOr(typed, { name: nameOf(doc), email: doc.email, company })
  const newUsername = username.toLowerCase()
  const oldUsername = person.doc.username
  const renamed = newUsername !== oldUsername
  await recorded(
    viewer,
    'user.password',
    {
      subject: subjectOf(person),
      path: person.path,
      before: renamed ? { username: oldUsername, password } : { password },
      after: renamed ? { username: newUsername, password } : { password },
    },
    async () => {
      const { grant, ref } = person
      const place = { viewer, grant, account: ref.account, own: ref.user }
      if (renamed) await refuseUserDuplicates(place, { username: newUsername })
      return saveChanges(SIGN_IN_FIELDS, { username: newUsername, password, mustRenew }, (patch) =>
        patchUser(grant.kazoo, ref, patch),
      )
    },
  )
  return shown
}

/**
 * Makes a user an admin of their account, or no longer. Returns whether that is a change. `shownPrivilege`
 * is their role as the viewer saw it, if that is known.
 * @throws ConflictError when it has changed since; Forbidden, NotFound, Unavailable
 */
export async function changePrivilege(
  viewer: Viewer,
  user: string,
  privilege: Privilege,
  shownPrivilege?: string,
): Promise<boolean> {
  permit(viewer, 'user.role')
  const person = await loadUserForEdit(viewer, user)
  const { privilege: before, otherPrivilege } = person.doc
  if (before === privilege && otherPrivilege === null) return false
  if (shownPrivilege !== undefined && shownPrivilege !== before)
    throw new ConflictError({ privilege: 'messages.conflict.all' }, {})
  await refuseSelf(person)
  await recorded(
    viewer,
    'user.role',
    {
      subject: subjectOf(person),
      path: person.path,
      before: { privilege: otherPrivilege ?? before },
      after: { privilege },
    },
    () => saveChanges({}, { privilege }, (patch) => patchUser(person.grant.kazoo, person.ref, patch)),
  )
  return true
}
