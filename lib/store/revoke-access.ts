// What would let a member in later is worth nothing, for good: links, mails that would make one, sign-ins that wait for their second step.
import 'server-only'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The mails that a link is made for when they are sent. */
const WITH_LINK = ['setPassword', 'forgotPassword', 'invitation', 'emailChange']

/**
 * Voids it for one member, or for the whole team of a tenant, inside the caller's transaction. A sign-in under way goes by the stamp it began
 * with. Whoever calls this ends their sessions after it. @throws Unavailable
 */
export async function revokeAccess(
  db: Database,
  { tenant, member }: { tenant: string; member?: string },
): Promise<void> {
  let members = db.selectFrom('members').select('id').where('tenant', '=', tenant)
  if (member !== undefined) members = members.where('id', '=', member)
  // Members before links, in everybody's transaction: two that meet wait for each other, and do not lock each other out.
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
