// What the second step of a sign-in says to the domain.
import 'server-only'
import type { Proof } from '../domain/member/prove.ts'
import { codeRules, passkeyRules } from '../views/second-step-form.ts'
import { onward } from './onward.ts'

type Step = Exclude<Proof, { kind: 'password' }>

export const codeInput = codeRules.transform(({ code, next }) => {
  const proof: Step = { kind: 'code', code }
  return { proof, next: onward.parse(next) }
})

export const passkeyInput = passkeyRules.transform(({ response, next }) => {
  const proof: Step = { kind: 'passkey', response: parsed(response) }
  return { proof, next: onward.parse(next) }
})

/** Whether it is what a passkey gives, the domain looks at. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
