// Parses the second step of a sign-in for the domain.
import 'server-only'
import type { Proof } from '../domain/member/prove.ts'
import { codeRules, passkeyRules } from '../views/two-factor-form.ts'
import { safeRedirectPath } from '../web/safe-redirect.ts'

type Step = Exclude<Proof, { kind: 'password' }>

export const codeInput = codeRules.transform(({ code, next }) => {
  const proof: Step = { kind: 'code', code }
  return { proof, next: safeRedirectPath(next) }
})

export const passkeyInput = passkeyRules.transform(({ response, next }) => {
  const proof: Step = { kind: 'passkey', response: parsed(response) }
  return { proof, next: safeRedirectPath(next) }
})

/** The domain checks whether it is the response of a passkey. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
