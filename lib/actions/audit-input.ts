// Parses the audit log forms for the domain; the secret of a webhook is sealed as it is read.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { retentionRules, forwardingRules } from '../views/audit-form.ts'
import { text } from '../views/form-text.ts'

export const retentionInput = retentionRules
export const forwardingInput = forwardingRules.transform(({ secret, ...typed }) => ({
  ...typed,
  secret: secret === '' ? null : seal<'webhook secret'>(secret),
}))
/** The events that an Undo names. */
export const undoInput = z.object({
  events: text.transform((typed) => typed.split(',').filter((event) => event !== '')),
})
/** A button that names an event, and its fields that were shown as revertible, separated by commas. */
export const revertInput = z.object({
  event: text,
  fields: text.transform((typed) => typed.split(',').filter((field) => field !== '')),
})
