// Invites a member into the team: a link by mail, and a role that is not above the inviter's.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { database } from '../../store/database.ts'
import { Conflict } from '../../store/errors.ts'
import { findMember, findMemberByEmail, insertMember, type MemberRecord } from '../../store/members.ts'
import type { Language } from '../../views/language.ts'
import type { Role } from '../../views/viewer.ts'
import { recorded } from '../audit/record.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { permit } from '../permission.ts'
import { otherMember, assignableRoles } from './find.ts'

export type Invitation = { name: string; email: string; role: Role; language: Language }

/**
 * Invites a member. An address of another team looks like success: its owner is notified instead.
 * @throws Rejected at `role`, at `email` when it belongs to this team; Forbidden; Unavailable
 */
export async function inviteMember(
  viewer: Viewer,
  { name, email, role, language }: Invitation,
): Promise<void> {
  permit(viewer, 'member.invite')
  if (!assignableRoles(viewer).includes(role)) throw new Rejected({ role: 'messages.team.above' })
  const { tenant, tenantName: company, name: inviter } = viewer.session.record
  const known = await findMemberByEmail(email)
  if (known?.tenant === tenant) throw new Rejected({ email: 'messages.member.taken' })
  const subject = { kind: 'member', name, resource: null }
  const change = { subject, path: [], before: null, after: { email, role } }
  await recorded(viewer, 'member.invite', change, async () => {
    if (known !== null) return notifyOtherTeam(known)
    await database()
      .transaction()
      .execute(async (db) => {
        const member = await insertMember(db, tenant, {
          name,
          email,
          role,
          language,
          passwordHash: null,
          status: 'invited',
        })
        await enqueueMail(
          db,
          { tenant, member, name, email, language },
          { kind: 'invitation', inviter, company },
        )
      })
      .catch((error: unknown) => {
        if (error instanceof Conflict) throw new Rejected({ email: 'messages.member.taken' })
        throw error
      })
  })
}

/**
 * Sends the invitation again and voids the previous link.
 * @throws NotFound; Rejected when they have joined already
 */
export async function inviteAgain(viewer: Viewer, member: string): Promise<void> {
  const invited = await otherMember(viewer, 'member.invite', member)
  if (invited.status !== 'invited') throw new Rejected({}, 'messages.team.notInvited')
  const { tenantName: company, name: inviter } = viewer.session.record
  const subject = { kind: 'member', name: invited.name, resource: null }
  await recorded(viewer, 'member.invite', { subject, path: [], before: null, after: null }, async () => {
    await enqueueMail(database(), recipientOf(invited), { kind: 'invitation', inviter, company })
  })
}

async function notifyOtherTeam(known: MemberRecord): Promise<void> {
  const member = await findMember(known.id)
  if (member !== null) await enqueueMail(database(), recipientOf(member), { kind: 'alreadyRegistered' })
}
