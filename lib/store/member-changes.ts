// Changes members: their profiles, roles, status and removal. A tenant never loses its last owner.
import 'server-only'
import type { MemberStatus } from '../views/member.ts'
import type { Role } from '../views/viewer.ts'
import { database, type Database } from './database.ts'
import { emailAsStored } from './members.ts'
import { storable } from './storable.ts'
import { revokeAccess } from './revoke-access.ts'

type MemberKey = { tenant: string; id: string }

/** Changes profile fields, which do not affect access. @throws Conflict at `members_email` */
export async function editMember(
  db: Database,
  { tenant, id }: MemberKey,
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

/** A decision about a member: another role, another status, or removal. */
export type Decision = { role: Role } | { status: Exclude<MemberStatus, 'invited'> } | 'removed'

/** `last owner`: no active owner would be left, so nothing was changed. `gone`: the member does not exist. */
export type DecisionResult = 'done' | 'last owner' | 'gone'

/**
 * Carries out a decision, one at a time per tenant, so that two owners who remove each other do not both go.
 * For a suspended member, pending links and sign-ins are revoked (`revokeAccess`). The caller then ends the
 * member's sessions.
 */
export async function decide({ tenant, id }: MemberKey, decision: Decision): Promise<DecisionResult> {
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
      const isActiveOwner = (each: typeof member) => each.role === 'owner' && each.status === 'active'
      const others = team.some((each) => each.id !== id && isActiveOwner(each))
      if (isActiveOwner(member) && !others && !staysOwner(decision)) return 'last owner'
      await carryOut(db, { tenant, id }, decision)
      return 'done'
    })
}

function staysOwner(decision: Decision): boolean {
  if (decision === 'removed') return false
  return 'role' in decision ? decision.role === 'owner' : decision.status === 'active'
}

async function carryOut(db: Database, { tenant, id }: MemberKey, decision: Decision): Promise<void> {
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
