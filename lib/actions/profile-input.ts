// Parses the profile forms for the domain: passwords are sealed as they are read.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { echoed, text } from '../views/form-text.ts'
import { languageOf } from '../views/language.ts'
import { codeRules, emailRules, passkeyRules, passwordRules, profileRules } from '../views/profile-form.ts'

export const profileInput = profileRules.transform(({ name, language }) => ({
  name,
  language: languageOf(language),
}))

export const emailInput = emailRules
export const codeInput = codeRules

export const passwordInput = passwordRules.transform(({ password, newPassword }) => ({
  old: seal<'password'>(password),
  fresh: seal<'password'>(newPassword),
}))

/**
 * `response`: the response of the browser's authenticator, as JSON. Anything else is null, which the domain
 * refuses like any other invalid response.
 */
export const newPasskeyInput = passkeyRules
  .extend({ response: echoed })
  .transform(({ name, response }) => ({ name, response: parsed(response) }))

export const passkeyInput = z.object({ passkey: text })
export const sessionInput = z.object({ session: text })

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
