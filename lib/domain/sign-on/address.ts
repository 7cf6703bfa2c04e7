// Which address a provider's answer stands for, and whether it is to be believed: only what it says itself,
// or an owner says for it.
import 'server-only'
import { emailAsStored } from '../../store/members.ts'
import type { ProviderRecord } from '../../store/sign-on.ts'
import { mailDomainOf } from '../mail-domain/name.ts'
import type { Claims } from './federation.ts'

type Provider = Pick<ProviderRecord, 'issuer' | 'domains' | 'vouches'>

/**
 * Where everybody can have an account with an address of a company they have left: it has to say whose the
 * account is.
 */
const GOOGLE = 'https://accounts.google.com'

/**
 * The address, of a domain that the tenant has proved. `unverified`: the provider does not say that it has
 * verified it, and the owner does not say so either; an answer other than yes is a no, whatever the owner
 * says. `domain`: it is of none of the proved domains. Sources: OpenID Connect Core 5.1, 5.7; Microsoft Entra
 * ID sends no `email_verified`, and often no `email` but `upn` and `preferred_username`.
 */
export function addressOf(provider: Provider, claims: Claims): { address: string } | 'unverified' | 'domain' {
  const word = verifiedWord(claims.email_verified)
  const vouched = word === 'unsaid' && provider.vouches && !isGuest(claims)
  if (word !== 'yes' && !vouched) return 'unverified'
  // Which of them is the address nobody but the directory says: without its own word on `email`, only the
  // owner's counts.
  const message = claims.email ?? (vouched ? (claims.upn ?? claims.preferred_username) : undefined)
  if (message === undefined) return 'unverified'
  const address = emailAsStored(message)
  const domain = mailDomainOf(address)
  if (!provider.domains.includes(domain)) return 'domain'
  const foreign = provider.issuer === GOOGLE && claims.hd?.toLowerCase() !== domain
  return foreign ? 'domain' : { address }
}

/**
 * Some providers send text (Amazon Cognito: `"true"`). Anything that is neither left out nor a yes is a no.
 */
function verifiedWord(message: unknown): 'yes' | 'no' | 'unsaid' {
  if (message === undefined || message === null) return 'unsaid'
  return message === true || (typeof message === 'string' && message.toLowerCase() === 'true') ? 'yes' : 'no'
}

/** Of another directory, invited into this one: that one says what their address is. */
function isGuest({ upn, preferred_username: name, acct }: Claims): boolean {
  return acct === 1 || acct === '1' || /#ext#/i.test(`${upn ?? ''} ${name ?? ''}`)
}
