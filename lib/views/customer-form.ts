// The rules of the customers' forms before sign-in.
import * as z from 'zod'
import { echoed, needed, refused, text } from './form-text.ts'
import { setPasswordRules } from './recovery-form.ts'
import { signInRules } from './sign-in-form.ts'

/**
 * Left blank where the domain serves one account, or the username is `user@realm`; otherwise the server
 * requires it.
 */
const account = text.pipe(z.string().max(253, refused('rules.customer.account')))
const username = needed('rules.customer.usernameMissing', 254, 'rules.customer.username')

/** A customer's Kazoo credentials; `next` is the path to continue at. */
export const customerSignInRules = z.object({
  account,
  username,
  password: signInRules.shape.password,
  next: echoed,
})
export type CustomerSignInField = keyof z.input<typeof customerSignInRules>

/** The user whose password is forgotten. */
export const askResetRules = z.object({ account, username })
export type AskResetField = keyof z.input<typeof askResetRules>

/** The new password. */
export const recoverRules = setPasswordRules
