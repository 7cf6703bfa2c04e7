// Parses the impersonation forms for the domain.
import 'server-only'
import { z } from 'zod'
import { impersonationRules } from '../views/impersonation-form.ts'
import { checkbox, text } from '../views/form-text.ts'

const ticked = (box: string): boolean => box === 'on'

export const impersonationInput = impersonationRules.transform(({ changes, ...message }) => ({
  ...message,
  changes: ticked(changes),
}))
/** A button that only names an impersonation. */
export const impersonationIdInput = z.object({ impersonation: text })
export const impersonationPolicyInput = z
  .object({ shown: checkbox, mailed: checkbox })
  .transform(({ shown, mailed }) => ({ shown: ticked(shown), mailed: ticked(mailed) }))
