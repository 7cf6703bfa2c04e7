// Changes of members: their own affairs, and what others of the team decide. A team never loses its last owner.
import 'server-only'
import type { MemberStatus } from '../views/member.ts'
import type { Role } from '../views/viewer.ts'
import { database, type Database } from './database.ts'
import { emailAsStored } from './members.ts'
import { storable } from './storable.ts'
import { revokeAccess } from './revoke-access.ts'

type Whose = { tenant: string; id: string }

/** Changes what lets nobody in or out. @throws Conflict at `members_email` */
export async function editMember(
  db: Database,
  { tenant, id }: Whose,
  change: { name?: string; language?: string | null; email?: string; pendingEmail?: string | null },
): Promise<void> {
  await db
    .updateTable('members')
    .set({
      ...(change.name !== undefined && { name: storable(change.name) }),
      ...(change.language !== undefined && { language: change.language }),
      ...(change.email !== undefined && { email: emailAsStored(change.email) }),
      ...(change.pendingEmail !== undefined && { pending_email: change.pendingEmail }),
    })
    .where('id', '=', id)
    .where('tenant', '=', tenant)
    .execute()
}

/** What may become of a member: another role, suspended or back, gone. */
export type Decision = { role: Role } | { status: Exclude<MemberStatus, 'invited'> } | 'removed'

/** `last owner`: it would leave no active owner, and nothing was changed. `gone`: there is no such member. */
export type Decided = 'done' | 'last owner' | 'gone'

/**
 * Carries a decision out, one at a time in each tenant, so that two owners who remove each other do not both go. Suspended, nothing that was
 * begun before lets the member in later (`revokeAccess`). What lets the member in has changed then: whoever calls this ends their sessions after it.
 */
export async function decide({ tenant, id }: Whose, decision: Decision): Promise<Decided> {
  return database()
    .transaction()
    .execute(async (db) => {
      const team = await db
        .selectFrom('members')
        .select(['id', 'role', 'status'])
        .where('tenant', '=', tenant)
        .orderBy('id')
        .forUpdate()
        .execute()
      const member = team.find((each) => each.id === id)
      if (member === undefined) return 'gone'
      const owns = (each: typeof member) => each.role === 'owner' && each.status === 'active'
      const others = team.some((each) => each.id !== id && owns(each))
      if (owns(member) && !others && !staysOwner(decision)) return 'last owner'
      await carryOut(db, { tenant, id }, decision)
      return 'done'
    })
}

function staysOwner(decision: Decision): boolean {
  if (decision === 'removed') return false
  return 'role' in decision ? decision.role === 'owner' : decision.status === 'active'
}

async function carryOut(db: Database, { tenant, id }: Whose, decision: Decision): Promise<void> {
  if (decision === 'removed') {
    await db.deleteFrom('members').where('id', '=', id).execute()
    return
  }
  await db
    .updateTable('members')
    .set(decision)
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', id)
    .execute()
  if ('status' in decision && decision.status === 'suspended') await revokeAccess(db, { tenant, member: id })
}
