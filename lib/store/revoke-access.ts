// Revokes what could give a member access later: links, mails that would contain one, and pending sign-ins.
import 'server-only'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The kinds of mail that get a link when they are sent. */
const WITH_LINK = ['setPassword', 'forgotPassword', 'invitation', 'emailChange']

/**
 * Revokes access of one member, or of a tenant's whole team, inside the caller's transaction. Pending
 * sign-ins are void because the stamp changes. The caller then ends the sessions.
 * @throws Unavailable
 */
export async function revokeAccess(
  db: Database,
  { tenant, member }: { tenant: string; member?: string },
): Promise<void> {
  let members = db.selectFrom('members').select('id').where('tenant', '=', tenant)
  if (member !== undefined) members = members.where('id', '=', member)
  // Every transaction locks members before links, so that two cannot deadlock.
  const ids = (await members.orderBy('id').forUpdate().execute()).map(({ id }) => id)
  if (ids.length === 0) return
  await db
    .updateTable('members')
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1), pending_email: null }))
    .where('id', 'in', ids)
    .execute()
  await db.deleteFrom('links').where('member', 'in', ids).execute()
  await db
    .updateTable('outbox')
    .set({ state: 'given up', last_error: 'suspended' })
    .where('member', 'in', ids)
    .where('state', '=', 'waiting')
    .where(sql<string>`mail->>'kind'`, 'in', WITH_LINK)
    .execute()
}
