// The view types of single sign-on: the provider of the team, without its secret.
import type { DomainState } from './custom-domain.ts'
import type { Role } from './viewer.ts'

export const GIVEN_ROLES = ['viewer', 'support', 'admin'] as const satisfies readonly Role[]
export type GivenRole = (typeof GIVEN_ROLES)[number]

/**
 * `verifiedAt` (ISO 8601): when a test sign-in worked; null: not with the current settings. `required`: only
 * owners may use their password. `vouches`: its addresses are accepted without its own verification.
 */
export type SignOnProvider = {
  issuer: string
  clientId: string
  defaultRole: GivenRole
  verifiedAt: string | null
  required: boolean
  vouches: boolean
}

/** Why a mail domain is not proved, or not for long; `once`: a second check is due. */
export const MAIL_DOMAIN_PROBLEMS = ['proof', 'silent', 'taken', 'once'] as const
export type MailDomainProblem = (typeof MAIL_DOMAIN_PROBLEMS)[number]

/**
 * A mail domain that the team claims; live: proved. `letters`: the same in Unicode, where it differs.
 * `record`: the TXT record to set; `found`: its current value. Instants are ISO 8601.
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

/** `callbacks` are the redirect URIs for the provider; `suggested` is a domain to claim, or empty. */
export type SignOnState = {
  provider: SignOnProvider | null
  callbacks: readonly string[]
  mailDomains: readonly MailDomainRow[]
  suggested: string
}

export type SignOnField = 'issuer' | 'clientId' | 'clientSecret' | 'defaultRole'
export type MailDomainField = 'domain'

/** The flash messages of the single sign-on pages; the last ones are failures of a test sign-in. */
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
