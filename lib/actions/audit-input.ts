// What the forms of the audit log say to the domain: the secret of a webhook is sealed as it is read.
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
/**
 * A button that names an event, and the fields of it that were shown as revertible, with commas between them.
 */
export const revertInput = z.object({
  event: text,
  fields: text.transform((typed) => typed.split(',').filter((field) => field !== '')),
})
