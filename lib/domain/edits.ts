// Finds what an edit changed, and whether another user changed the same fields meanwhile.
import 'server-only'
import { ConflictError, Rejected } from '../errors.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { isUnsupported, unsupportedValue } from '../views/unsupported.ts'

/** The fields that a form has, by name. */
type Form = Readonly<Record<string, unknown>>
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
  if (isUnsupported(now))
    return { key: 'messages.conflict.became', values: { now: unsupportedValue(now) || '…' } }
  if (now === 'on') return 'messages.conflict.on'
  return now === '' ? 'messages.conflict.empty' : { key: 'messages.conflict.became', values: { now } }
}

/**
 * Saves a `patch` of the fields of a form. Kazoo validates the whole document, so it may refuse one because
 * of a value that was stored before: the message at that field says so, or names it where the form does not
 * have it.
 * @throws Rejected, and whatever else `save` throws
 */
export async function saveChanges<T, Patch extends object>(
  form: Form,
  patch: Patch,
  save: (patch: Patch) => Promise<T>,
): Promise<T> {
  try {
    return await save(patch)
  } catch (error) {
    throw error instanceof Rejected ? withStoredFaults(error, form, patch) : error
  }
}

/**
 * The same refusal, where the message at a field that was not changed says that its value was stored before.
 */
export function withStoredFaults(error: Rejected, form: Form, patch: object): Rejected {
  const faults = Object.entries(error.fields)
  if (faults.every(([field]) => Object.hasOwn(patch, field))) return error
  const fields: Record<string, LocalizedMessage> = {}
  const elsewhere: string[] = []
  for (const [field, because] of faults) {
    if (Object.hasOwn(patch, field)) fields[field] = because
    else if (Object.hasOwn(form, field)) fields[field] = { key: 'messages.refused.storedValue', because }
    else elsewhere.push(field)
  }
  const paths = elsewhere.join(', ')
  if (paths === '') return new Rejected(fields, 'messages.refused.stored')
  const none = Object.keys(fields).length === 0
  return new Rejected(fields, {
    key: `messages.refused.${none ? 'allAt' : 'elsewhereAt'}`,
    values: { paths },
  })
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
