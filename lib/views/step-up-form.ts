// The rules of the step-up form.
import * as z from 'zod'
import { echoed, refused, secret } from './form-text.ts'

export type StepUpField = 'password' | 'next'

/** The password; `next` is the path to continue at, for the page without script. */
export const stepUpRules = z.object({
  password: secret.pipe(
    z.string().min(1, refused('rules.signIn.passwordMissing')).max(1024, refused('rules.signIn.password')),
  ),
  next: echoed,
})
