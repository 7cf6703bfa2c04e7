// Parses the step-up form for the domain.
import 'server-only'
import { seal } from '../sealed.ts'
import { stepUpRules } from '../views/step-up-form.ts'
import { safeRedirectPath } from '../web/safe-redirect.ts'

/** `next` is null where the page stays: then a dialog has asked, and continues by itself. */
export const stepUpInput = stepUpRules.transform(({ password, next }) => ({
  password: seal<'password'>(password),
  next: next === '' ? null : safeRedirectPath(next),
}))
