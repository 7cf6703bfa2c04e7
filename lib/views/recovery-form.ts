// The rules of the password recovery forms.
import * as z from 'zod'
import { needed, newSecret, refused } from './form-text.ts'

export type AskField = 'email'
export type SetPasswordField = 'password'

/** The address for the link to a new password. */
export const askRules = z.object({ email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email') })

/** A new password; the server checks its quality, because it knows the owner. */
export const setPasswordRules = z.object({
  password: newSecret.pipe(
    z
      .string()
      .min(1, refused('rules.signIn.passwordMissing'))
      .min(12, refused('rules.password.short'))
      .max(256, refused('rules.password.long')),
  ),
})
