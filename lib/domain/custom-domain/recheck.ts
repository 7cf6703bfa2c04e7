// Checks a domain at once, or every domain again: often while its DNS is being set up, and every hour
// afterwards.
import 'server-only'
import { claimDueDomains } from '../../store/domain-changes.ts'
import { liveDomain, type DomainRecord } from '../../store/domains.ts'
import { lookUpDns, type DnsFindings } from './evaluate-dns.ts'
import { recheckDue, settle, type DomainKind } from './settle.ts'

const CUSTOM_DOMAINS: DomainKind<DomainRecord> = {
  table: 'domains',
  claimDue: claimDueDomains,
  lookUp: lookUpDns,
  nameOf: ({ host }) => host,
  holderOf: async (host) => (await liveDomain(host))?.tenant ?? null,
  mailOfLoss: ({ host }, badSince) => ({ kind: 'domainSuspended', host, since: badSince.toISOString() }),
}

/**
 * Checks all domains that are due. Returns their number.
 * @throws Unavailable
 */
export function recheckDomains(context: { now: () => Date; ending: () => boolean }): Promise<number> {
  return recheckDue(CUSTOM_DOMAINS, context)
}

/**
 * Asks DNS once, stores the result, and returns what was found.
 * @throws Unavailable
 */
export async function checkDomainDns(claim: DomainRecord): Promise<DnsFindings> {
  const findings = await lookUpDns(claim)
  await settle(CUSTOM_DOMAINS, claim, findings, new Date())
  return findings
}
