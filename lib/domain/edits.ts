// Finds what an edit changed, and whether another user changed the same fields meanwhile.
import 'server-only'
import { ConflictError } from '../errors.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'

type Text<Field extends string> = Readonly<Partial<Record<Field, string>>>

/**
 * The fields of `typed` that differ from `initialValues`, or from `now` where the form has no initial value.
 * @throws ConflictError where a changed field has a new value in the meantime: nothing is overwritten unseen
 */
export function changesOf<Field extends string>(
  fields: readonly Field[],
  typed: Text<Field>,
  initialValues: Text<Field>,
  now: Readonly<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const changes: Partial<Record<Field, string>> = {}
  const conflicts: Record<string, LocalizedMessage> = {}
  const nextInitialValues: Partial<Record<Field, string>> = { ...initialValues }
  for (const field of fields) {
    const value = typed[field]
    if (value === undefined || value === (initialValues[field] ?? now[field]) || value === now[field])
      continue
    changes[field] = value
    if (initialValues[field] === undefined || initialValues[field] === now[field]) continue
    conflicts[field] = key(now[field])
    nextInitialValues[field] = now[field]
  }
  if (Object.keys(conflicts).length > 0) throw new ConflictError(conflicts, nextInitialValues)
  return changes
}

function key(now: string): LocalizedMessage {
  if (now === 'on') return 'messages.conflict.on'
  return now === '' ? 'messages.conflict.empty' : { key: 'messages.conflict.became', values: { now } }
}

/** The values of the changed fields, before or after, for the audit log. */
export function auditValues<Field extends string>(
  fields: readonly Field[],
  changed: Text<Field>,
  values: Text<Field>,
): Record<string, string> {
  const changedFields = fields.filter((field) => changed[field] !== undefined)
  return Object.fromEntries(changedFields.map((field) => [field, values[field] ?? '']))
}
