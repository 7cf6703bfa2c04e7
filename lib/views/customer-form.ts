// What the forms of customers may say, before they are in.
import * as z from 'zod'
import { echoed, needed, refused, text } from './form-text.ts'
import { setPasswordRules } from './recovery-form.ts'
import { signInRules } from './sign-in-form.ts'

/** Left empty where the domain is for one account; elsewhere the server asks for it. */
const account = text.pipe(z.string().max(253, refused('rules.customer.account')))
const username = needed('rules.customer.usernameMissing', 254, 'rules.customer.username')

/** What somebody has in Kazoo; `next` is where to go on to. */
export const customerSignInRules = z.object({
  account,
  username,
  password: signInRules.shape.password,
  next: echoed,
})
export type CustomerSignInField = keyof z.input<typeof customerSignInRules>

/** Whose password is forgotten. */
export const askResetRules = z.object({ account, username })
export type AskResetField = keyof z.input<typeof askResetRules>

/** The password that takes its place. */
export const recoverRules = setPasswordRules
