// Where a tenant's people find the portal: from what is recorded of the tenant, never from what a request says (security.md row 12).
import 'server-only'
import { env } from '../env.ts'
import { findTenant } from '../store/tenants.ts'

/** The origin of every link in a mail of this tenant: that of the portal while the tenant has no domain of its own. Null without a tenant. */
export async function originOf(tenant: string): Promise<string | null> {
  return (await findTenant(tenant)) === null ? null : env().portalOrigin
}
