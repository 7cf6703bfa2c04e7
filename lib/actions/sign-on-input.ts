// What the forms of single sign-on say to the domain: the secret of the client is sealed as it is read.
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
