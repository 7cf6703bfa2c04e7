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

/** The texts of an event that can be put back, or null. */
export function textsOf({ stage, verb, before, after }: AuditEventRecord): Texts | null {
  const fields = FIELDS[verb]
  const changed = Object.keys(after ?? {})
  if (fields === undefined || stage !== 'done' || changed.length === 0) return null
  const texts = changed.map((field) => [field, before?.[field], after?.[field]] as const)
  const found: Record<string, { before: string; after: string }> = {}
  for (const [field, was, became] of texts) {
    const secret = was === 'changed' && became === 'changed'
    if (typeof was !== 'string' || typeof became !== 'string' || secret || !fields.includes(field))
      return null
    found[field] = { before: was, after: became }
  }
  return found
}

/** Whether the event can be put back, if nothing has changed since. */
export function isUndoable(event: AuditEventRecord): boolean {
  return event.subject?.thing != null && textsOf(event) !== null
}
