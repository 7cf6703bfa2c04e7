// Parses the single sign-on forms for the domain: the client secret is sealed as it is read.
import 'server-only'
import { seal } from '../sealed.ts'
import { mailDomainRules, providerRules, requiredRules, vouchesRules } from '../views/sign-on-form.ts'

export const providerInput = providerRules.transform(({ clientSecret, ...typed }) => ({
  ...typed,
  clientSecret: seal<'client secret'>(clientSecret),
}))
export const requiredInput = requiredRules.transform(({ required }) => ({ required: required === 'on' }))
export const vouchesInput = vouchesRules.transform(({ vouches }) => ({ vouches: vouches === 'on' }))
export const mailDomainInput = mailDomainRules
