// The rules of the form that starts an impersonation.
import * as z from 'zod'
import { checkbox, needed, text } from './form-text.ts'

/** The user or account to impersonate; the reason; the ticket; and whether changes are allowed. */
export const impersonationRules = z.object({
  target: text,
  reason: needed('rules.impersonation.reason', 300, 'rules.impersonation.reasonTooLong'),
  ticket: text.pipe(z.string().max(64)),
  changes: checkbox,
})
