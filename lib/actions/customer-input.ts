// Parses the customers' forms before sign-in for the domain.
import 'server-only'
import { seal } from '../sealed.ts'
import { askResetRules, customerSignInRules, recoverRules } from '../views/customer-form.ts'
import { safeRedirectPath } from '../web/safe-redirect.ts'

export const customerSignInInput = customerSignInRules.transform(({ password, next, ...message }) => ({
  ...message,
  password: seal<'password'>(password),
  next: safeRedirectPath(next),
}))

export const askResetInput = askResetRules

export const recoverInput = recoverRules.transform(({ password }) => ({
  password: seal<'password'>(password),
}))
