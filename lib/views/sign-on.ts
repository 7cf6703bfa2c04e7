// What the pages of single sign-on know: the provider of the team, never its secret.
import type { DomainState } from './custom-domain.ts'
import type { Role } from './viewer.ts'

export const GIVEN_ROLES = ['viewer', 'support', 'admin'] as const satisfies readonly Role[]
export type GivenRole = (typeof GIVEN_ROLES)[number]

/**
 * `verifiedAt` (ISO 8601): a sign-in by it worked; null: not as it now stands. `required`: only owners may use their password. `vouches`: its
 * addresses are taken without its own word that it has verified them.
 */
export type SignOnProvider = {
  issuer: string
  clientId: string
  defaultRole: GivenRole
  verifiedAt: string | null
  required: boolean
  vouches: boolean
}

/** Why a mail domain is not proved, or not for long; `once`: a second look is due. */
export const MAIL_DOMAIN_PROBLEMS = ['proof', 'silent', 'taken', 'once'] as const
export type MailDomainProblem = (typeof MAIL_DOMAIN_PROBLEMS)[number]

/**
 * A mail domain that the team claims; live: proved. `letters`: the same in letters, where they differ. `record`: the TXT record to set; `found`:
 * what stands there. Instants are ISO 8601.
 */
export type MailDomainRow = {
  domain: string
  letters: string | null
  state: DomainState
  record: { name: string; value: string }
  found: readonly string[]
  problem: MailDomainProblem | null
  checkedAt: string | null
  failingSince: string | null
}

/** `callbacks` is what the provider has to be told; `suggested` is a domain to claim, or empty. */
export type SignOnState = {
  provider: SignOnProvider | null
  callbacks: readonly string[]
  mailDomains: readonly MailDomainRow[]
  suggested: string
}

export type SignOnField = 'issuer' | 'clientId' | 'clientSecret' | 'defaultRole'
export type MailDomainField = 'domain'

/** What was done just now, for the page that says so; the last ones are what a test sign-in failed by. */
export const SIGN_ON_FLASHES = [
  'kept',
  'tested',
  'required',
  'optional',
  'removed',
  'vouched',
  'unvouched',
  'added',
  'proved',
  'unproved',
  'dropped',
  'protocol',
  'unverified',
  'domain',
] as const
export type SignOnFlash = (typeof SIGN_ON_FLASHES)[number]
