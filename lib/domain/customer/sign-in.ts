// Customers sign in with what they have in Kazoo, on their provider's domain. Nobody learns which part of it
// was wrong.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Rejected } from '../../errors.ts'
import { log } from '../../log.ts'
import { currentRequest } from '../../session/request.ts'
import { throttledProof } from '../../session/throttle.ts'
import { normalName } from './resolve-account.ts'
import { startCustomerSession } from './start-session.ts'
import { openSite, type OpenSite } from './open-site.ts'
import { prove, type Typed } from './prove.ts'

/** No refusal comes earlier, in ms: Kazoo is quicker with accounts that it does not know. */
const EARLIEST = 400

/**
 * Begins the session of the customer who has this username and password in this account. Unknown, wrong,
 * disabled, somebody else's: one answer, one time. @throws Rejected; NotFound on the portal's own host;
 * Unavailable
 */
export async function signInCustomer(typed: Typed): Promise<void> {
  const open = await openSite()
  const { address, reference } = currentRequest()
  if (open.site.account === null && typed.account === '')
    throw new Rejected({ account: 'rules.customer.accountMissing' })
  const proved = await throttledProof(countedAs(open, typed), async () => {
    const earliest = wait(EARLIEST)
    const found = await prove(open, typed, reference)
    if (found !== null) return found
    await earliest
    log.warn('sign-in refused', { reference, address, tenant: open.tenant.id })
    throw new Rejected({}, 'messages.customer.refused')
  })
  await startCustomerSession(open, proved)
}

function countedAs({ site }: OpenSite, { account, username }: Typed): string {
  const where = site.account === null ? normalName(account) : ''
  return JSON.stringify(['customer', site.host, where, username.toLowerCase()])
}
