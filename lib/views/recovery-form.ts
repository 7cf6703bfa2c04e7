// What the forms on the way back in may say.
import * as z from 'zod'
import { needed, newSecret, refused } from './form-text.ts'

export type AskField = 'email'
export type SetPasswordField = 'password'

/** Where the link to a new password is to go. */
export const askRules = z.object({ email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email') })

/** A new password; whether it is a good one the server says, who knows whose it is. */
export const setPasswordRules = z.object({
  password: newSecret.pipe(
    z
      .string()
      .min(1, refused('rules.signIn.passwordMissing'))
      .min(12, refused('rules.password.short'))
      .max(256, refused('rules.password.long')),
  ),
})
