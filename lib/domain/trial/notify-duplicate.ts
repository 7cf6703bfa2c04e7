// Handles a trial for an account or an e-mail address that is here already: the existing owners are notified,
// the client sees success.
import 'server-only'
import { database } from '../../store/database.ts'
import { Conflict } from '../../store/errors.ts'
import { deleteLinksOf } from '../../store/links.ts'
import { findMemberByEmail, listMembers, type MemberRecord } from '../../store/members.ts'
import { restartTrial } from '../../store/restart-trial.ts'
import { findTenantOfAccount, type TenantDraft } from '../../store/tenants.ts'
import { enqueueMail, recipientOf } from '../mail.ts'

/**
 * Mails the owners of the account's portal, or the owner of the e-mail address. Where no member ever signed
 * in (probably a mistyped address), the client, who has just proved the account, restarts the trial.
 * @throws Unavailable
 */
export async function notifyDuplicate(draft: TenantDraft): Promise<void> {
  const tenant = await findTenantOfAccount(draft.crossbarOrigin, draft.account)
  if (tenant !== null) {
    const team = await listMembers(tenant.id)
    const [only] = team
    const neverSignedIn = team.length === 1 && only?.status === 'invited'
    if (neverSignedIn && (await restart(only, draft))) return
    await notifyOwners(team.filter(({ role, status }) => role === 'owner' && status !== 'suspended'))
    return
  }
  const member = await findMemberByEmail(draft.owner.email)
  if (member !== null) await notifyOwners([member])
}

async function notifyOwners(members: readonly MemberRecord[]): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      for (const member of members) await enqueueMail(db, recipientOf(member), { kind: 'alreadyRegistered' })
    })
}

async function restart(owner: MemberRecord, draft: TenantDraft): Promise<boolean> {
  const { name, email, language = null } = draft.owner
  const to = { tenant: owner.tenant, member: owner.id, name, email, language }
  try {
    return await restartTrial(owner, draft, async (db) => {
      await deleteLinksOf(db, owner.id)
      await enqueueMail(db, to, { kind: 'setPassword', company: draft.name })
    })
  } catch (error) {
    // The new address belongs to another member.
    if (error instanceof Conflict) return false
    throw error
  }
}
