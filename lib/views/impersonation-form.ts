// What is said when somebody begins to act as another.
import * as z from 'zod'
import { checkbox, needed, text } from './form-text.ts'

/** As whom (a user), or in which account; why; on whose ticket; and whether anything may be changed. */
export const impersonationRules = z.object({
  target: text,
  reason: needed('rules.impersonation.reason', 300, 'rules.impersonation.reasonTooLong'),
  ticket: text.pipe(z.string().max(64)),
  changes: checkbox,
})
