// Finds the origin of a tenant's portal: from what is stored of the tenant, never from a request
// (docs/security.md row 12).
import 'server-only'
import { env } from '../env.ts'
import { primaryHostOf } from '../store/domains.ts'
import { findTenant } from '../store/tenants.ts'
import { originAt } from './site.ts'

/**
 * The origin of every link in a mail of this tenant: its primary domain's, or the portal's where it has none.
 * Null for an unknown tenant.
 */
export async function originOf(tenant: string): Promise<string | null> {
  if ((await findTenant(tenant)) === null) return null
  const host = await primaryHostOf(tenant)
  return host === null ? env().portalOrigin : originAt(host)
}
