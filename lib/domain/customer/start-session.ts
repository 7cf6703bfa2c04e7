// Starts the session of an authenticated customer, with a token of their own.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { log } from '../../log.ts'
import { deleteSession, type Session } from '../../session/record.ts'
import { currentRequest } from '../../session/request.ts'
import { openSession } from '../../session/lifecycle.ts'
import { customerId } from '../../store/customers.ts'
import { nameOf } from '../device/owner.ts'
import { openSiteOf, type OpenSite } from './open-site.ts'
import type { AuthenticatedCustomer } from './prove.ts'

/**
 * Starts the session.
 * @throws Rejected where the tenant was closed meanwhile: then the session has ended at once; Unavailable
 */
export async function startCustomerSession(
  { site, tenant }: OpenSite,
  { ref, doc, token }: AuthenticatedCustomer,
): Promise<Session> {
  const { address, reference } = currentRequest()
  const principal = await customerId(tenant.id, ref)
  const session = await openSession(
    {
      principal,
      name: nameOf(doc),
      email: doc.email || doc.username,
      role: doc.privilege === 'admin' ? 'accountAdmin' : 'accountUser',
      tenant: tenant.id,
      tenantName: tenant.name,
      origin: tenant.crossbarOrigin,
      granted: ref.account,
      self: ref.user,
      renewedBy: 'token',
      mustChangePassword: doc.mustRenew,
      impersonation: null,
      trialEndsAt: null,
      connected: true,
    },
    token,
  )
  // Closing a tenant ends all sessions afterwards: it either finds this session, or is found here.
  if ((await openSiteOf(site)) === null) {
    await deleteSession(session.digest)
    throw new Rejected({}, 'messages.customer.closed')
  }
  log.info('customer.signIn', { customer: principal, tenant: tenant.id, reference, address })
  return session
}
