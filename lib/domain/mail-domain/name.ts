// A mail domain as somebody types it or a provider sends it: in A-labels and lower case, and none that
// everybody has addresses at.
import 'server-only'
import { domainToASCII } from 'node:url'
import { Rejected } from '../../errors.ts'
import { readHost } from '../custom-domain/host.ts'

/** Everybody has an address there: whoever owns one speaks for nobody else. */
const PUBLIC_MAIL =
  /^(?:(?:gmail|googlemail|icloud|me|mac|aol|gmx|zoho|fastmail|mail|yandex|hey|pm|proton|protonmail|tutanota|posteo|web|freenet|t-online|orange|wanadoo|laposte|free|libero|telefonica|qq|163|126)|(?:outlook|hotmail|live|msn|yahoo|ymail)(?:\.co)?)\.[a-z]{2,4}$/

/** The domain to claim. `@` or an address in front is overlooked. @throws Rejected at `domain` */
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

/** The mail domain of an address, as claims are kept; empty where the text is not one address. */
export function mailDomainOf(address: string): string {
  const [, domain = ''] = /^[^@\s]+@([^@\s]+)$/.exec(address) ?? []
  return domainToASCII(domain)
}
