// Checks every domain again: often while its DNS is being set up, and every hour afterwards.
import 'server-only'
import { claimDueDomains } from '../../store/domain-changes.ts'
import { log } from '../../log.ts'
import { lookUpDns } from './evaluate-dns.ts'
import { settle } from './settle.ts'

const AT_ONCE = 8

/**
 * Checks all domains that are due. Returns their number. Several processes may run it at once.
 * @throws Unavailable
 */
export async function recheckDomains(context: { now: () => Date; ending: () => boolean }): Promise<number> {
  for (let looked = 0; ;) {
    const due = context.ending() ? [] : await claimDueDomains(context.now(), AT_ONCE)
    if (due.length === 0) return looked
    await Promise.all(
      due.map(async (claim) => {
        try {
          await settle(claim, await lookUpDns(claim), context.now())
        } catch (error) {
          log.warn('a domain could not be checked', { error, tenant: claim.tenant, host: claim.host })
        }
      }),
    )
    looked += due.length
  }
}
