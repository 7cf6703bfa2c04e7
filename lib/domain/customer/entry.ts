// Decides which sign-in form a site shows: the team's on the portal's own host, the customers' on a tenant's
// domain.
import 'server-only'
import { findTenant } from '../../store/tenants.ts'
import { recoveryFails } from './recovery-fails.ts'
import { currentSite } from '../site.ts'

/**
 * Who signs in on this site; customers enter their account unless the domain serves a single one.
 * @throws NotFound, Unavailable
 */
export async function findEntry(): Promise<'team' | { asksAccount: boolean }> {
  const { tenant, account } = await currentSite()
  return tenant === null ? 'team' : { asksAccount: account === null }
}

/**
 * Whether the Kazoo of this domain can complete a recovery by mail.
 * @throws NotFound, Unavailable
 */
export async function canRecover(): Promise<boolean> {
  const { tenant } = await currentSite()
  const found = tenant === null ? null : await findTenant(tenant)
  return found === null || !recoveryFails(found)
}

/**
 * The path of the team's sign-in on this site: on a tenant's domain the customers have the first form.
 * @throws NotFound, Unavailable
 */
export async function teamEntry(): Promise<'/sign-in' | '/sign-in/team'> {
  return (await currentSite()).tenant === null ? '/sign-in' : '/sign-in/team'
}
