// Parses the sign-in form for the domain.
import 'server-only'
import { seal } from '../sealed.ts'
import { signInRules } from '../views/sign-in-form.ts'
import { safeRedirectPath } from '../web/safe-redirect.ts'

export const signInInput = signInRules.transform(({ email, password, next }) => ({
  email,
  password: seal<'password'>(password),
  next: safeRedirectPath(next),
}))
