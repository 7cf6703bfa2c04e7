// Edits a member's own name, language, e-mail address and password.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Sealed } from '../../sealed.ts'
import { editSession } from '../../session/record.ts'
import { sessionsOf } from '../../session/member-sessions.ts'
import { throttledProof } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { database } from '../../store/database.ts'
import { Conflict } from '../../store/errors.ts'
import { deleteLinksOf } from '../../store/links.ts'
import { editMember } from '../../store/member-changes.ts'
import { editPasswordHash, emailAsStored, findMember, findMemberByEmail } from '../../store/members.ts'
import type { Language } from '../../views/language.ts'
import type { Profile } from '../../views/member.ts'
import { actorOf, recorded, recordedOf } from '../audit/record.ts'
import { peekLink, useLink } from '../auth/link.ts'
import type { LinkToken } from '../auth/link-token.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { passwordOwnerOf } from '../auth/password-owner.ts'
import { hashPassword, requireGoodPassword } from '../auth/password.ts'
import { permit } from '../permission.ts'
import { requireFresh } from './require-step-up.ts'
import { memberOf, renewAndEndOthers } from './own.ts'
import { challengeOwnerOf } from './passkeys.ts'
import { prove } from './prove.ts'

/**
 * The viewer's own profile.
 * @throws SignedOut, Unavailable
 */
export async function findProfile(viewer: Viewer): Promise<Profile> {
  permit(viewer, 'profile.edit')
  const { name, email, pendingEmail, language } = await memberOf(viewer)
  return { name, email, pendingEmail, language }
}

/**
 * Changes the viewer's name and language (null: the browser's). Returns false when nothing changed.
 * @throws Unavailable
 */
export async function editProfile(
  viewer: Viewer,
  change: { name: string; language: Language | null },
): Promise<boolean> {
  permit(viewer, 'profile.edit')
  const member = await memberOf(viewer)
  const before = { name: member.name, language: member.language }
  if (before.name === change.name && before.language === change.language) return false
  const subject = { kind: 'member', name: member.name, resource: null }
  await recorded(viewer, 'profile.edit', { subject, path: [], before, after: change }, async () => {
    await editMember(database(), member, change)
    for (const { digest } of await sessionsOf(member.id)) await editSession(digest, { name: change.name })
  })
  return true
}

/**
 * Sets a new password, given the old one, and ends the member's other sessions.
 * @throws Rejected at `password` when the old one is wrong, at `newPassword` when the new one breaks the
 * rule; Unavailable
 */
export async function changePassword(
  viewer: Viewer,
  old: Sealed<'password'>,
  fresh: Sealed<'password'>,
): Promise<void> {
  permit(viewer, 'profile.password')
  const member = await memberOf(viewer)
  await prove(member, { kind: 'password', password: old }, challengeOwnerOf(viewer))
  const accepted = requireGoodPassword(fresh, await passwordOwnerOf(member), { field: 'newPassword' })
  const subject = { kind: 'member', name: member.name, resource: null }
  const change = { subject, path: [], before: { password: old }, after: { password: fresh } }
  await recorded(viewer, 'profile.password', change, async () => {
    const hash = await hashPassword(accepted)
    await database()
      .transaction()
      .execute(async (db) => {
        await editPasswordHash(member, hash, db)
        await deleteLinksOf(db, member.id)
        const mail = { kind: 'passwordChanged', at: new Date().toISOString() } as const
        await enqueueMail(db, recipientOf(member), mail)
      })
    await renewAndEndOthers(viewer)
  })
}

/**
 * Requests another e-mail address: a link goes to the new one, a notice to the old one, and nothing changes
 * until the link is used. An address of another member gives the same response.
 * @throws StepUpNeeded; Rejected at `email` when it is their own; Unavailable
 */
export async function askForEmail(viewer: Viewer, typed: string): Promise<void> {
  permit(viewer, 'profile.edit')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const email = emailAsStored(typed)
  if (email === member.email) throw new Rejected({ email: 'messages.member.emailSame' })
  const taken = (await findMemberByEmail(email)) !== null
  const subject = { kind: 'member', name: member.name, resource: null }
  const change = { subject, path: [], before: { email: member.email }, after: { pendingEmail: email } }
  await recorded(viewer, 'profile.edit', change, () =>
    database()
      .transaction()
      .execute(async (db) => {
        await editMember(db, member, { pendingEmail: email })
        if (taken) return
        await enqueueMail(db, recipientOf(member, email), { kind: 'emailChange' })
        await enqueueMail(db, recipientOf(member), { kind: 'emailChangeNotice', newEmail: email })
      }),
  )
}

/**
 * The old and the new address of a link, or null for an invalid link. Does not use it up.
 * @throws Unavailable
 */
export async function findPendingEmail(
  token: LinkToken,
  at: string,
): Promise<{ name: string; email: string } | null> {
  const pendingChange = await pendingEmailOf(token, at)
  return pendingChange && { name: pendingChange.member.name, email: pendingChange.pending }
}

async function pendingEmailOf(token: LinkToken, at: string) {
  const seen = await peekLink(token, at)
  if (seen?.link.purpose !== 'e-mail change') return null
  const { member, link } = seen
  const { pendingEmail: pending } = member
  return pending !== null && emailAsStored(link.address) === pending ? { seen, member, pending } : null
}

/**
 * Uses the link that went to a new address, and makes it the member's address; the client need not be signed
 * in. `at` is the origin of the page.
 * @throws Rejected when the link is invalid; Unavailable
 */
export async function confirmEmail(token: LinkToken, at: string): Promise<void> {
  const pendingChange = await throttledProof(null, async () => {
    const found = await pendingEmailOf(token, at)
    if (found === null) throw new Rejected({}, 'messages.link.used')
    return found
  })
  const { member, pending } = pendingChange
  const subject = { kind: 'member', name: member.name, resource: null } as const
  const change = { subject, path: [], before: { email: member.email }, after: { email: pending } }
  await recordedOf(actorOf(member), 'profile.edit', change, async () => {
    try {
      await database()
        .transaction()
        .execute(async (db) => {
          if ((await useLink(db, pendingChange.seen)) === null) throw new Rejected({}, 'messages.link.used')
          await editMember(db, member, { email: pending, pendingEmail: null })
          await deleteLinksOf(db, member.id)
        })
    } catch (error) {
      if (error instanceof Conflict) throw new Rejected({}, 'messages.link.used')
      throw error
    }
  })
  const now = await findMember(member.id)
  for (const { digest } of await sessionsOf(member.id))
    await editSession(digest, { email: now?.email ?? pending })
}
