// Decides from the audit log alone which fields of an event can be reverted, and why the others cannot.
import 'server-only'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import type { AuditValues } from '../../store/audit-schema.ts'
import { EDITABLE_ACCOUNT } from '../../views/account-fields.ts'
import type { EventObstacle, FieldObstacle } from '../../views/audit.ts'
import { EDITABLE_DEVICE } from '../../views/device-fields.ts'
import { EDITABLE_USER } from '../../views/user-fields.ts'
import { isUnsupported } from '../../views/unsupported.ts'
import { EDITABLE_BOX } from '../../views/voicemail-fields.ts'
import { NOT_REVERTED } from './record.ts'
import { mayBeSetting } from '../schema/revert-settings.ts'

type Entry = Pick<AuditEventRecord, 'verb' | 'subject' | 'stage' | 'before' | 'after'>

/** The form that sets the fields of an event again. */
export type RevertForm = 'account' | 'device' | 'user' | 'role' | 'vmbox' | 'userSettings' | 'deviceSettings'

/** The log has an owner only by name or as changed, so owners cannot be reverted. */
const FORMS: Readonly<Record<string, { form: RevertForm; fields: readonly string[] }>> = {
  'account.edit': { form: 'account', fields: EDITABLE_ACCOUNT },
  'device.edit': { form: 'device', fields: EDITABLE_DEVICE.filter((field) => field !== 'owner') },
  'user.edit': { form: 'user', fields: EDITABLE_USER },
  'selfService.forward': { form: 'user', fields: EDITABLE_USER },
  'user.role': { form: 'role', fields: ['privilege'] },
  'vmbox.edit': { form: 'vmbox', fields: EDITABLE_BOX },
  'selfService.voicemail': { form: 'vmbox', fields: EDITABLE_BOX },
}

/** The verbs that create a Kazoo resource, and those that remove one. */
export const CREATIONS: ReadonlySet<string> = new Set(['account.create', 'device.create', 'user.create'])
export const REMOVALS: ReadonlySet<string> = new Set(['device.remove', 'user.remove', 'vmbox.remove'])

const SETTINGS: Readonly<Record<string, 'user' | 'device'>> = { 'user.edit': 'user', 'device.edit': 'device' }

/** Whether the fields of an event are settings under Kazoo's own names, not fields of the main form. */
export function isOfSettings({ verb, after }: Pick<Entry, 'verb' | 'after'>): boolean {
  const noun = SETTINGS[verb]
  const fields = fieldsIn(after)
  if (noun === undefined || fields.length === 0) return false
  return fields.every((field) => !FORMS[verb]?.fields.includes(field) && mayBeSetting(noun, field))
}

/** The form that sets the fields of an event again, or null. */
export function formOfEvent(entry: Pick<Entry, 'verb' | 'after'>): RevertForm | null {
  if (isOfSettings(entry)) return entry.verb === 'user.edit' ? 'userSettings' : 'deviceSettings'
  return FORMS[entry.verb]?.form ?? null
}

/** Each field of an event that has a text before and after; secrets have none. */
export function textsOf({ before, after }: Pick<Entry, 'before' | 'after'>) {
  const found: Record<string, { before: string; after: string }> = {}
  for (const field of fieldsIn(after)) {
    const [oldValue, newValue] = [before?.[field], after?.[field]]
    if (typeof oldValue !== 'string' || typeof newValue !== 'string' || isSecret(oldValue, newValue)) continue
    found[field] = { before: oldValue, after: newValue }
  }
  return found
}

/** A field of an event; `why` is the reason in the log against reverting it. */
export type RevertField = {
  field: string
  before: string | null
  after: string | null
  why: FieldObstacle | null
}

/** The fields of an event that can be reverted, or why none can. */
export function revertible(entry: Entry): { why: EventObstacle | null; fields: readonly RevertField[] } {
  const why = obstacleOf(entry)
  if (why !== null) return { why, fields: [] }
  const known = isOfSettings(entry) ? null : (FORMS[entry.verb]?.fields ?? [])
  const fields = fieldsIn(entry.after).map((field): RevertField => {
    const [oldValue, newValue] = [entry.before?.[field], entry.after?.[field]]
    if (oldValue === 'changed' && newValue === 'changed')
      return { field, before: null, after: null, why: 'secret' }
    // The log has only a description of a value that no form can show.
    const texts = typeof oldValue === 'string' && typeof newValue === 'string' && !isUnsupported(oldValue)
    const writable = texts && (known === null || known.includes(field))
    return {
      field,
      before: textOrNull(oldValue),
      after: textOrNull(newValue),
      why: writable ? null : 'unwritable',
    }
  })
  return { why: null, fields }
}

function obstacleOf({ verb, stage, subject, after, before }: Entry): EventObstacle | null {
  if (stage !== 'done') return stage === 'failed' ? 'failed' : 'open'
  if (CREATIONS.has(verb)) return 'created'
  if (REMOVALS.has(verb)) return 'removed'
  if (formOfEvent({ verb, after }) === null) return 'kind'
  if (subject?.resource == null) return 'thing'
  return fieldsIn(after).length === 0 || before === null ? 'kind' : null
}

function fieldsIn(values: AuditValues | null): string[] {
  return Object.keys(values ?? {}).filter((field) => field !== NOT_REVERTED)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function isSecret(oldValue: string, newValue: string): boolean {
  return oldValue === 'changed' && newValue === 'changed'
}
