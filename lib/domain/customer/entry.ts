// What stands at the way in: on the portal's own host the team's form, on a tenant's domain that of its
// customers.
import 'server-only'
import { findTenant } from '../../store/tenants.ts'
import { recoveryFails } from './recovery-fails.ts'
import { currentSite } from '../site.ts'

/**
 * For whom the way in is; customers are asked for their account unless the domain is for one. @throws
 * NotFound, Unavailable
 */
export async function findEntry(): Promise<'team' | { asksAccount: boolean }> {
  const { tenant, account } = await currentSite()
  return tenant === null ? 'team' : { asksAccount: account === null }
}

/** Whether this domain's Kazoo can finish what its recovery mail begins. @throws NotFound, Unavailable */
export async function canRecover(): Promise<boolean> {
  const { tenant } = await currentSite()
  const found = tenant === null ? null : await findTenant(tenant)
  return found === null || !recoveryFails(found)
}

/**
 * Where members sign in on this site: on a tenant's domain its customers have the first form. @throws
 * NotFound, Unavailable
 */
export async function teamEntry(): Promise<'/sign-in' | '/sign-in/team'> {
  return (await currentSite()).tenant === null ? '/sign-in' : '/sign-in/team'
}
