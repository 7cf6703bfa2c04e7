// What stands at the way in: on the portal's own host the team's form, on a tenant's domain that of its customers.
import 'server-only'
import { currentSite } from '../site.ts'

/** For whom the way in is; customers are asked for their account unless the domain is for one. @throws NotFound, Unavailable */
export async function findEntry(): Promise<'team' | { asksAccount: boolean }> {
  const { tenant, account } = await currentSite()
  return tenant === null ? 'team' : { asksAccount: account === null }
}
