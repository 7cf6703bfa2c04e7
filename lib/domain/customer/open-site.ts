// Resolves the custom domain of a request to its tenant, and checks that customers may sign in there.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import { findTenant } from '../../store/tenants.ts'
import { credentialsOrNull } from '../connection/credentials.ts'
import { currentSite, type Site } from '../site.ts'
import type { Provider } from './kazoo-sign-in.ts'

/** A domain where customers may sign in, and the tenant's credentials. */
export type OpenSite = Provider & { site: Site }

/**
 * The domain of the current request.
 * @throws NotFound on the portal's own host; Rejected where the tenant is suspended, not live or
 * disconnected; Unavailable
 */
export async function openSite(): Promise<OpenSite> {
  const site = await currentSite()
  if (site.tenant === null) throw new NotFound()
  const open = await openSiteOf(site)
  if (open === null) throw new Rejected({}, 'messages.customer.closed')
  return open
}

/**
 * The same for any site; null: sign-in is closed.
 * @throws Unavailable
 */
export async function openSiteOf(site: Site): Promise<OpenSite | null> {
  if (site.tenant === null) return null
  const [tenant, credentials] = await Promise.all([findTenant(site.tenant), credentialsOrNull(site.tenant)])
  if (tenant?.status !== 'active' || tenant.trialEndsAt !== null || credentials === null) return null
  return { site, tenant, credentials }
}
