// The rules of the profile forms.
import * as z from 'zod'
import { identifier, needed, refused, secret, text } from './form-text.ts'
import { LANGUAGES } from './language.ts'
import { setPasswordRules } from './recovery-form.ts'

export type ProfileField = 'name' | 'language'
export type EmailField = 'email'
export type PasswordField = 'password' | 'newPassword'
export type CodeField = 'code'
export type PasskeyField = 'name' | 'response'

/** An empty language means the browser's. */
export const profileRules = z.object({
  name: needed('rules.member.name', 128, 'rules.nameTooLong'),
  language: text.pipe(z.enum([...LANGUAGES, ''], refused('rules.member.language'))),
})

export const emailRules = z.object({
  email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email', identifier).pipe(
    z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, refused('rules.signIn.email')),
  ),
})

/** The current password, and the new one. */
export const passwordRules = z.object({
  password: secret.pipe(
    z.string().min(1, refused('rules.signIn.passwordMissing')).max(1024, refused('rules.signIn.password')),
  ),
  newPassword: setPasswordRules.shape.password,
})

/** Six digits of an authenticator app, with or without spaces. */
export const codeRules = z.object({
  code: text
    .transform((typed) => typed.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, refused('rules.member.code'))),
})

/** The name of a passkey; the browser adds the passkey when the form is sent. */
export const passkeyRules = z.object({
  name: needed('rules.member.passkeyName', 64, 'rules.member.passkeyNameLong'),
})
