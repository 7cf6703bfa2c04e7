// Parses the connection forms for the domain: keys and tokens are sealed as they are read.
import 'server-only'
import type { z } from 'zod'
import { methodOf } from '../domain/trial/trial-input.ts'
import { seal } from '../sealed.ts'
import { addressRules, credentialsRules, keyRules, nameRules } from '../views/connection-form.ts'

type Typed = z.output<typeof credentialsRules>

function credentialsOf(typed: Typed) {
  if (typed.kind === 'key') return { kind: 'api key' as const, key: seal<'api key'>(typed.key) }
  const { realm, token } = typed
  return {
    kind: 'user' as const,
    account: { realm },
    method: methodOf(token.length) ?? 'md5',
    token: seal<'credentials token'>(token),
  }
}

export const keyInput = keyRules.transform(({ key }) => ({ key: seal<'api key'>(key) }))
export const credentialsInput = credentialsRules.transform(credentialsOf)
export const addressInput = addressRules.transform(({ origin, ...typed }) => ({
  origin,
  credentials: credentialsOf(typed),
}))
export const nameInput = nameRules
