// What the forms of the trail say to the domain: the secret of a webhook is sealed as it is read.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { keepRules, outRules } from '../views/audit-form.ts'
import { text } from '../views/form-text.ts'

export const keepInput = keepRules
export const outInput = outRules.transform(({ secret, ...typed }) => ({
  ...typed,
  secret: secret === '' ? null : seal<'webhook secret'>(secret),
}))
/** A button that names an event, and the fields of it that were shown as revertible, with commas between them. */
export const undoInput = z.object({
  event: text,
  fields: text.transform((typed) => typed.split(',').filter((field) => field !== '')),
})
