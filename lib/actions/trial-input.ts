// Parses the trial form for the domain: the token is sealed as it is read.
import 'server-only'
import type { ConnectionInput } from '../domain/trial/trial-input.ts'
import { seal } from '../sealed.ts'
import { connectionCheckRules, trialRules } from '../views/trial-form.ts'

type Typed = Pick<ConnectionInput, 'platform' | 'origin' | 'realm'> & { token: string }

function connecting({ platform, origin, realm, token }: Typed): ConnectionInput {
  // The length tells which hash it is: 32 digits are md5, 40 are sha1.
  const method = token.length === 32 ? 'md5' : 'sha'
  return { platform, origin, realm, token: { method, text: seal<'credentials token'>(token) } }
}

export const connectionCheckInput = connectionCheckRules.transform((typed) => ({
  ...connecting(typed),
  work: typed.work,
}))

export const trialInput = trialRules.transform((typed) => ({
  ...connecting(typed),
  name: typed.name,
  email: typed.email,
  company: typed.company,
  work: typed.work,
  website: typed.website,
}))
