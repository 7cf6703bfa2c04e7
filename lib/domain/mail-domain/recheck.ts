// Checks every mail domain again, as hosts: a lost proof ends single sign-on for that domain.
import 'server-only'
import { log } from '../../log.ts'
import { claimDueMailDomains } from '../../store/mail-domains.ts'
import { lookAtMailDomain } from './look.ts'

const AT_ONCE = 8

/**
 * Checks all mail domains that are due. Returns their number. Several processes may run it at once.
 * @throws Unavailable
 */
export async function recheckMailDomains(context: {
  now: () => Date
  ending: () => boolean
}): Promise<number> {
  for (let looked = 0; ;) {
    const due = context.ending() ? [] : await claimDueMailDomains(context.now(), AT_ONCE)
    if (due.length === 0) return looked
    await Promise.all(
      due.map(async (claim) => {
        try {
          await lookAtMailDomain(claim, context.now())
        } catch (error) {
          const { tenant, domain } = claim
          log.warn('a mail domain could not be checked', { error, tenant, domain })
        }
      }),
    )
    looked += due.length
  }
}
