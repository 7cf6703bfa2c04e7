// The clock looks at every domain again: often while its DNS is being set, and every hour for as long as it
// is there.
import 'server-only'
import { claimDueDomains } from '../../store/domain-changes.ts'
import { log } from '../../log.ts'
import { lookUpDns } from './evaluate-dns.ts'
import { settle } from './settle.ts'

const AT_ONCE = 8

/**
 * Looks at all that are due; how many there were. Several processes may do it at once. @throws Unavailable
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
          log.warn('a domain could not be looked at', { error, tenant: claim.tenant, host: claim.host })
        }
      }),
    )
    looked += due.length
  }
}
