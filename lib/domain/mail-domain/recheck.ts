// Checks the DNS record that proves a mail domain, at once or again: as for hosts, one answer alone changes
// nothing (decision 225), and a lost proof ends single sign-on for that domain.
import 'server-only'
import { claimDueMailDomains, holderOfMailDomain, type MailDomainRecord } from '../../store/mail-domains.ts'
import { lookUpProof } from '../custom-domain/evaluate-dns.ts'
import { recheckDue, settle, type DomainKind } from '../custom-domain/settle.ts'

const MAIL_DOMAINS: DomainKind<MailDomainRecord> = {
  table: 'mail_domains',
  claimDue: claimDueMailDomains,
  lookUp: lookUpProof,
  nameOf: ({ domain }) => domain,
  holderOf: holderOfMailDomain,
  mailOfLoss: ({ domain }) => ({ kind: 'mailDomainUnproved', domain }),
}

/**
 * Checks all mail domains that are due. Returns their number.
 * @throws Unavailable
 */
export function recheckMailDomains(context: { now: () => Date; ending: () => boolean }): Promise<number> {
  return recheckDue(MAIL_DOMAINS, context)
}

/**
 * Asks DNS once, with the next of the resolvers, and stores the result.
 * @throws Unavailable
 */
export async function checkMailDomainDns(claim: MailDomainRecord, now: Date): Promise<void> {
  await settle(MAIL_DOMAINS, claim, await lookUpProof(claim), now)
}
