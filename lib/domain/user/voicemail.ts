// Edits a user's voicemail box: its settings, and never its PIN.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { Password, UserRef, VmboxRef } from '../../kazoo/ids.ts'
import { findUser } from '../../kazoo/users.ts'
import { findVmbox, patchVmbox, type VmboxDoc } from '../../kazoo/vmboxes.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { formText, valuesOf } from '../../views/field-list.ts'
import type { BoxPageData } from '../../views/user.ts'
import { EDITABLE_BOX, VOICEMAIL_FIELDS, type BoxText } from '../../views/voicemail-fields.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { refuseBoxDuplicates } from '../duplicates.ts'
import { auditValues, changesOf, saveChanges } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { partsOf, toHeader } from './header.ts'

/** The form of a box. */
export type BoxEdit = { typed: Partial<BoxText>; initialValues: Partial<BoxText>; pin: Password | null }

/**
 * The box of a user, for its page.
 * @throws NotFound, also for a box of another user; Forbidden; Unavailable
 */
export async function findBox(viewer: Viewer, user: string, box: string): Promise<BoxPageData> {
  permit(viewer, 'user.read')
  const [person, ref] = await Promise.all([
    resolve(viewer.session, 'user', user),
    resolve(viewer.session, 'vmbox', box),
  ])
  const grant = grantOf(viewer)
  const [doc, parts] = await Promise.all([
    findVmbox(grant.kazoo, ref),
    partsOf(grant, person, findUser(grant.kazoo, person)),
  ])
  if (!isOf(doc, ref, person)) throw new NotFound()
  return withProxyIds(viewer.session, (issue) => ({
    box: { id: issue('vmbox', ref), name: doc.name, text: formText(VOICEMAIL_FIELDS, doc), held: doc.held },
    header: toHeader(parts, issue),
  }))
}

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable
 */
export async function editBox(viewer: Viewer, box: string, edit: BoxEdit): Promise<boolean> {
  permit(viewer, 'user.edit')
  const { pin } = edit
  const ref = await resolve(viewer.session, 'vmbox', box)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findVmbox(grant.kazoo, ref), pathOf(grant, ref.account)])
  const now = formText(VOICEMAIL_FIELDS, doc)
  const changed = changesOf(EDITABLE_BOX, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0 && pin === null) return false
  const secret = pin === null ? {} : { pin }
  const patch = { ...valuesOf(VOICEMAIL_FIELDS, changed), ...secret }
  await recorded(
    viewer,
    'vmbox.edit',
    {
      subject: { kind: 'vmbox', name: doc.name, resource: { kind: 'vmbox', ref } },
      path,
      before: { ...auditValues(EDITABLE_BOX, changed, now), ...secret },
      after: { ...auditValues(EDITABLE_BOX, changed, changed), ...secret },
    },
    async () => {
      await refuseBoxDuplicates({ viewer, grant, account: ref.account, own: ref.vmbox }, changed)
      return saveChanges(VOICEMAIL_FIELDS, patch, (fields) => patchVmbox(grant.kazoo, ref, fields))
    },
  )
  return true
}

function isOf(doc: VmboxDoc, ref: VmboxRef, { account, user }: UserRef): boolean {
  return ref.account.equals(account) && (doc.owner?.equals(user) ?? false)
}
