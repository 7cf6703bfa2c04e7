// The rules of the sign-in form.
import * as z from 'zod'
import { echoed, needed, refused, secret } from './form-text.ts'

/** E-mail and password of a member; `next` is the path to continue at. */
export const signInRules = z.object({
  email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email'),
  password: secret.pipe(
    z.string().min(1, refused('rules.signIn.passwordMissing')).max(1024, refused('rules.signIn.password')),
  ),
  next: echoed,
})
