// What the pages of single sign-on know: the provider of the team, never its secret.
import type { Role } from './viewer.ts'

export const GIVEN_ROLES = ['viewer', 'support', 'admin'] as const satisfies readonly Role[]
export type GivenRole = (typeof GIVEN_ROLES)[number]

/** `verifiedAt` (ISO 8601): a sign-in by it worked; null: not as it now stands. `required`: only owners may use their password. */
export type SignOnProvider = {
  issuer: string
  clientId: string
  domains: readonly string[]
  defaultRole: GivenRole
  verifiedAt: string | null
  required: boolean
}

/** `callbacks` is what the provider has to be told; `domains` are those the team may name. */
export type SignOnState = {
  provider: SignOnProvider | null
  callbacks: readonly string[]
  domains: readonly string[]
}

export type SignOnField = 'issuer' | 'clientId' | 'clientSecret' | 'domains' | 'defaultRole'

/** What was done just now, for the page that says so; the last ones are what a test sign-in failed by. */
export const SIGN_ON_DEEDS = [
  'kept',
  'tested',
  'required',
  'optional',
  'removed',
  'protocol',
  'unverified',
  'domain',
] as const
export type SignOnDeed = (typeof SIGN_ON_DEEDS)[number]
