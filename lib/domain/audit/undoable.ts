// Which events can be put back: changes of fields of which every old value is known, and none is a secret.
import 'server-only'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { EDITABLE_ACCOUNT } from '../../views/account.ts'
import { EDITABLE } from '../../views/device.ts'
import { EDITABLE_USER } from '../../views/user.ts'

/** The fields that a form can set again, by verb; an owner is kept as changed alone, since its id says nothing to another session. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'account.edit': EDITABLE_ACCOUNT,
  'device.edit': EDITABLE.filter((field) => field !== 'owner'),
  'user.edit': EDITABLE_USER,
}

/** What each field was and became, as the text of the form. */
export type Texts = Readonly<Record<string, { before: string; after: string }>>

/** The texts of an event that can be put back, if nothing has changed since; or null. */
export function undoableTexts({ stage, verb, subject, before, after }: AuditEventRecord): Texts | null {
  const fields = FIELDS[verb]
  const changed = Object.keys(after ?? {})
  const about = subject?.thing?.kind === verb.split('.')[0]
  if (fields === undefined || !about || stage !== 'done' || changed.length === 0) return null
  const found: Record<string, { before: string; after: string }> = {}
  for (const field of changed) {
    const [was, became] = [before?.[field], after?.[field]]
    const secret = was === 'changed' && became === 'changed'
    if (typeof was !== 'string' || typeof became !== 'string' || secret || !fields.includes(field))
      return null
    found[field] = { before: was, after: became }
  }
  return found
}
