// Parses a mail domain as an owner types it or a provider sends it: in A-labels and lower case, without
// public mail providers.
import 'server-only'
import { domainToASCII } from 'node:url'
import { Rejected } from '../../errors.ts'
import { readHost } from '../custom-domain/host.ts'

/** Public providers: an owner of one address there does not own the domain. */
const PUBLIC_MAIL =
  /^(?:(?:gmail|googlemail|icloud|me|mac|aol|gmx|zoho|fastmail|mail|yandex|hey|pm|proton|protonmail|tutanota|posteo|web|freenet|t-online|orange|wanadoo|laposte|free|libero|telefonica|qq|163|126)|(?:outlook|hotmail|live|msn|yahoo|ymail)(?:\.co)?)\.[a-z]{2,4}$/

/**
 * The domain to claim. `@` or an address before it is ignored.
 * @throws Rejected at `domain`
 */
export function readMailDomain(typed: string): string {
  try {
    const domain = readHost(typed.trim().replace(/^[^@\s]*@/, ''))
    if (!PUBLIC_MAIL.test(domain)) return domain
  } catch (error) {
    const why = error instanceof Rejected ? error.fields['host'] : undefined
    if (why === undefined) throw error
    throw new Rejected({ domain: why === 'messages.domain.own' ? why : 'messages.signOn.domain' })
  }
  throw new Rejected({ domain: 'messages.signOn.publicMail' })
}

/** The mail domain of an address, in the form of stored claims; empty where the text is not one address. */
export function mailDomainOf(address: string): string {
  const [, domain = ''] = /^[^@\s]+@([^@\s]+)$/.exec(address) ?? []
  return domainToASCII(domain)
}
