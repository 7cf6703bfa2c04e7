// Finds a tenant by its name, or by the e-mail address of a team member where names are equal.
import { findMemberByEmail } from '../../lib/store/members.ts'
import { findTenant, listTenants, type TenantRecord } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'

/** @throws Misuse when there is none, or more than one */
export async function tenantNamed({ name, email }: { name?: string; email?: string }): Promise<TenantRecord> {
  if ((name === undefined) === (email === undefined)) {
    throw new Misuse('Name the tenant with either --name or --email.')
  }
  if (email !== undefined) {
    const member = await findMemberByEmail(email)
    const tenant = member === null ? null : await findTenant(member.tenant)
    if (tenant === null) throw new Misuse('No team member signs in with this e-mail address.')
    return tenant
  }
  const [found, another] = (await listTenants()).filter((tenant) => tenant.name === name)
  if (found === undefined) throw new Misuse('No tenant has this name.')
  if (another !== undefined) throw new Misuse('Several tenants have this name. Use --email instead.')
  return found
}
