// Which tenant an operator means: by its name, or by the e-mail address of anybody of its team where names are alike.
import { findMemberByEmail } from '../../lib/store/members.ts'
import { findTenant, listTenants, type TenantRecord } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'

/** @throws Misuse when there is none, or more than one */
export async function tenantNamed({ name, email }: { name?: string; email?: string }): Promise<TenantRecord> {
  if ((name === undefined) === (email === undefined)) {
    throw new Misuse('The tenant is named by --name or by --email: one of them.')
  }
  if (email !== undefined) {
    const member = await findMemberByEmail(email)
    const tenant = member === null ? null : await findTenant(member.tenant)
    if (tenant === null) throw new Misuse('No team member signs in with this e-mail address.')
    return tenant
  }
  const [found, another] = (await listTenants()).filter((tenant) => tenant.name === name)
  if (found === undefined) throw new Misuse('There is no tenant of this name.')
  if (another !== undefined) throw new Misuse('There are several tenants of this name: take --email.')
  return found
}
