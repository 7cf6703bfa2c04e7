// What the forms of one's own affairs may say.
import * as z from 'zod'
import { identifier, needed, refused, secret, text } from './form-text.ts'
import { LANGUAGES } from './language.ts'
import { setPasswordRules } from './recovery-form.ts'

export type ProfileField = 'name' | 'language'
export type EmailField = 'email'
export type PasswordField = 'password' | 'newPassword'
export type CodeField = 'code'
export type PasskeyField = 'name' | 'response'

/** The language left empty is whatever the browser asks for. */
export const profileRules = z.object({
  name: needed('rules.member.name', 128, 'rules.nameTooLong'),
  language: text.pipe(z.enum([...LANGUAGES, ''], refused('rules.member.language'))),
})

export const emailRules = z.object({
  email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email', identifier).pipe(
    z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, refused('rules.signIn.email')),
  ),
})

/** The password in force, and the one that takes its place. */
export const passwordRules = z.object({
  password: secret.pipe(
    z.string().min(1, refused('rules.signIn.passwordMissing')).max(1024, refused('rules.signIn.password')),
  ),
  newPassword: setPasswordRules.shape.password,
})

/** Six digits as an app shows them, with or without spaces. */
export const codeRules = z.object({
  code: text
    .transform((typed) => typed.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, refused('rules.member.code'))),
})

/** What a passkey is called; what the browser made comes to it when it is sent. */
export const passkeyRules = z.object({
  name: needed('rules.member.passkeyName', 64, 'rules.member.passkeyNameLong'),
})
