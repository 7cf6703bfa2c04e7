// Loads the viewer as a member: from the store, not from the session.
import 'server-only'
import { SignedOut } from '../../errors.ts'
import { renewSession } from '../../session/lifecycle.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import type { Viewer } from '../../session/viewer.ts'
import { database, type Database } from '../../store/database.ts'
import { findMember, type MemberRecord } from '../../store/members.ts'
import { enqueueMail, recipientOf } from '../mail.ts'

type FactorChange = 'totpOn' | 'totpOff' | 'recoveryCodes' | 'passkeyAdded' | 'passkeyRemoved'

/**
 * The active member of the viewer.
 * @throws SignedOut when they are no longer active; Unavailable
 */
export async function memberOf({ session }: Viewer): Promise<MemberRecord> {
  const member = await findMember(session.record.principal)
  if (member?.status !== 'active') throw new SignedOut()
  return member
}

/**
 * Changes a member's factors and notifies them by mail, in one transaction; then their other sessions end and
 * this one continues under a new id (docs/security.md row 13).
 * @throws Unavailable
 */
export async function changeFactors<T>(
  viewer: Viewer,
  member: MemberRecord,
  what: FactorChange,
  change: (db: Database) => Promise<T>,
): Promise<T> {
  const changed = await database()
    .transaction()
    .execute(async (db) => {
      const result = await change(db)
      const mail = { kind: 'securityChanged', what, at: new Date().toISOString() } as const
      await enqueueMail(db, recipientOf(member), mail)
      return result
    })
  await renewAndEndOthers(viewer)
  return changed
}

/** Ends the member's other sessions; the viewer's continues under a new id. */
export async function renewAndEndOthers({ session }: Viewer): Promise<void> {
  const renewed = await renewSession(session)
  await endSessionsOf(session.record.principal, renewed.digest)
}
