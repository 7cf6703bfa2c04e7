// Collects the facts about a member that their password must not contain.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { MemberRecord } from '../../store/members.ts'
import { findTenant } from '../../store/tenants.ts'
import type { PasswordOwner } from './password.ts'

/**
 * The facts about a member.
 * @throws NotFound when their tenant is gone; Unavailable
 */
export async function passwordOwnerOf({ tenant, name, email }: MemberRecord): Promise<PasswordOwner> {
  const found = await findTenant(tenant)
  if (found === null) throw new NotFound()
  return { name, email, company: found.name }
}
