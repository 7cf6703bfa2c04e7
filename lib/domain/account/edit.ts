// Saves the changed fields of an account. The granted account cannot be disabled from inside.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { ACCOUNT_FIELDS, EDITABLE_ACCOUNT, type AccountText } from '../../views/account-fields.ts'
import { formText } from '../../views/field-list.ts'
import { recorded } from '../audit/record.ts'
import { auditValues, changesOf } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { pathOf } from './account-path.ts'
import { saveAccount } from './save.ts'
import { refuseTaken } from './taken.ts'

/** The edit form: its fields as text, and their initial values. */
export type AccountEdit = { typed: Partial<AccountText>; initialValues: Partial<AccountText> }

/**
 * Saves the changed fields. Returns whether anything changed.
 * @throws Rejected, also SavedThoughRefused; Forbidden, NotFound, Unavailable
 */
export async function editAccount(viewer: Viewer, account: string, edit: AccountEdit): Promise<boolean> {
  permit(viewer, 'account.edit')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findAccount(grant.kazoo, id), pathOf(grant, id)])
  const now = formText(ACCOUNT_FIELDS, doc)
  const changed = changesOf(EDITABLE_ACCOUNT, edit.typed, edit.initialValues, now)
  if (Object.keys(changed).length === 0) return false
  if (changed.enabled === '' && id.equals(grant.granted)) {
    throw new Rejected({ enabled: 'messages.account.own' })
  }
  await recorded(
    viewer,
    'account.edit',
    {
      subject: { kind: 'account', name: doc.name, resource: { kind: 'account', ref: id } },
      path,
      before: auditValues(EDITABLE_ACCOUNT, changed, now),
      after: auditValues(EDITABLE_ACCOUNT, changed, changed),
    },
    async () => {
      await refuseTaken(grant, changed, id)
      await saveAccount(grant.kazoo, { before: doc, changed }, viewer.request.reference)
    },
  )
  return true
}
