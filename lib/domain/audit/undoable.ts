// Which events can be put back: changes of fields of which every old value is known, and none is a secret.
import 'server-only'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { mayBeSetting } from '../schema/put-back.ts'
import { EDITABLE_ACCOUNT } from '../../views/account.ts'
import { EDITABLE } from '../../views/device.ts'
import { EDITABLE_USER } from '../../views/user.ts'

/** The fields that a form can set again, by verb; an owner is kept as changed alone, since its id says nothing to another session. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'account.edit': EDITABLE_ACCOUNT,
  'device.edit': EDITABLE.filter((field) => field !== 'owner'),
  'user.edit': EDITABLE_USER,
}

/** Which form the fields of an event are of: the one made by hand, or all settings by Kazoo's own names. */
export function isOfSettings({ verb, after }: Pick<AuditEventRecord, 'verb' | 'after'>): boolean {
  const noun = SETTINGS[verb]
  const fields = Object.keys(after ?? {})
  if (noun === undefined) return false
  return fields.every((field) => !BY_HAND[verb]?.includes(field) && mayBeSetting(noun, field))
}

const SETTINGS: Readonly<Record<string, 'user' | 'device'>> = { 'user.edit': 'user', 'device.edit': 'device' }

/** What each field was and became, as the text of the form. */
export type Texts = Readonly<Record<string, { before: string; after: string }>>

/** The texts of an event that can be put back, if nothing has changed since; or null. */
export function undoableTexts(event: AuditEventRecord): Texts | null {
  const { stage, verb, subject, before, after } = event
  const fields = isOfSettings(event) ? Object.keys(after ?? {}) : BY_HAND[verb]
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
