// The tenant's domain that a customer stands before: whose it is, and whether anybody is let in there.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import { findTenant } from '../../store/tenants.ts'
import { credentialsOrNull } from '../connection/credentials.ts'
import { currentSite, type Site } from '../site.ts'
import type { Provider } from './kazoo-sign-in.ts'

/** A domain on which customers are let in, and what its tenant holds. */
export type OpenSite = Provider & { site: Site }

/**
 * @throws NotFound on the portal's own host; Rejected where the tenant is suspended, not live or
 * disconnected; Unavailable
 */
export async function openSite(): Promise<OpenSite> {
  const site = await currentSite()
  if (site.tenant === null) throw new NotFound()
  const open = await openedFor(site)
  if (open === null) throw new Rejected({}, 'messages.customer.closed')
  return open
}

/** The same of any site; null: nobody is let in. @throws Unavailable */
export async function openedFor(site: Site): Promise<OpenSite | null> {
  if (site.tenant === null) return null
  const [tenant, held] = await Promise.all([findTenant(site.tenant), credentialsOrNull(site.tenant)])
  if (tenant?.status !== 'active' || tenant.trialEndsAt !== null || held === null) return null
  return { site, tenant, held }
}
