// Finds the address in a provider's answer, and whether to trust it: only if the provider or an owner vouches
// for it.
import 'server-only'
import { emailAsStored } from '../../store/members.ts'
import type { ProviderRecord } from '../../store/sign-on.ts'
import { mailDomainOf } from '../mail-domain/name.ts'
import type { Claims } from './federation.ts'

type Provider = Pick<ProviderRecord, 'issuer' | 'domains' | 'vouches'>

/**
 * Google allows accounts with any company address, also a former one: the answer must name the company of the
 * account.
 */
const GOOGLE = 'https://accounts.google.com'

/**
 * The address, in a domain that the tenant has proved. `unverified`: neither the provider nor the owner
 * vouches for it; an answer other than yes is a no, whatever the owner says. `domain`: it is in none of the
 * proved domains. Sources: OpenID Connect Core 5.1, 5.7; Microsoft Entra ID sends no `email_verified`, and
 * often no `email` but `upn` and `preferred_username`.
 */
export function addressOf(provider: Provider, claims: Claims): { address: string } | 'unverified' | 'domain' {
  const verified = verifiedWord(claims.email_verified)
  const vouched = verified === 'unsaid' && provider.vouches && !isGuest(claims)
  if (verified !== 'yes' && !vouched) return 'unverified'
  // Only the directory knows which of them is the address: without its own `email`, the owner must vouch for
  // it.
  const claimed = claims.email ?? (vouched ? (claims.upn ?? claims.preferred_username) : undefined)
  if (claimed === undefined) return 'unverified'
  const address = emailAsStored(claimed)
  const domain = mailDomainOf(address)
  if (!provider.domains.includes(domain)) return 'domain'
  const foreign = provider.issuer === GOOGLE && claims.hd?.toLowerCase() !== domain
  return foreign ? 'domain' : { address }
}

/** Some providers send text (Amazon Cognito: `"true"`). Any value other than a yes is a no. */
function verifiedWord(claim: unknown): 'yes' | 'no' | 'unsaid' {
  if (claim === undefined || claim === null) return 'unsaid'
  return claim === true || (typeof claim === 'string' && claim.toLowerCase() === 'true') ? 'yes' : 'no'
}

/** A guest belongs to another directory, which decides on the address. */
function isGuest({ upn, preferred_username: name, acct }: Claims): boolean {
  return acct === 1 || acct === '1' || /#ext#/i.test(`${upn ?? ''} ${name ?? ''}`)
}
