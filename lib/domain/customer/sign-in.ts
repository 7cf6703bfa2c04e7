// Signs customers in with their Kazoo credentials, on their provider's domain. The response does not reveal
// which part was wrong.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Rejected } from '../../errors.ts'
import { log } from '../../log.ts'
import { currentRequest } from '../../session/request.ts'
import { throttledProof } from '../../session/throttle.ts'
import { accountTyped, attemptsOn } from './resolve-account.ts'
import { startCustomerSession } from './start-session.ts'
import { openSite } from './open-site.ts'
import { prove, type CustomerSignInInput } from './prove.ts'

/** The minimum time of a refusal, in ms: Kazoo is faster with unknown accounts. */
const MIN_REFUSAL_MS = 400

/**
 * Starts the session of the customer with this username and password in this account. Unknown, wrong,
 * disabled, of another tenant: the same response after the same time.
 * @throws Rejected; NotFound on the portal's own host; Unavailable
 */
export async function signInCustomer(typed: CustomerSignInInput): Promise<void> {
  const open = await openSite()
  const { address, reference } = currentRequest()
  if (open.site.account === null && accountTyped(typed) === '')
    throw new Rejected({ account: 'rules.customer.accountMissing' })
  const customer = await throttledProof(attemptsOn(open.tenant.id, typed.username), async () => {
    const earliest = wait(MIN_REFUSAL_MS)
    const found = await prove(open, typed, reference)
    if (found !== null) return found
    await earliest
    log.warn('sign-in refused', { reference, address, tenant: open.tenant.id })
    throw new Rejected({}, 'messages.customer.refused')
  })
  await startCustomerSession(open, customer)
}
