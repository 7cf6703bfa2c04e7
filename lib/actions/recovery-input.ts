// Parses the password recovery forms for the domain.
import 'server-only'
import { seal } from '../sealed.ts'
import { askRules, setPasswordRules } from '../views/recovery-form.ts'

export const askInput = askRules

export const setPasswordInput = setPasswordRules.transform(({ password }) => ({
  password: seal<'password'>(password),
}))
