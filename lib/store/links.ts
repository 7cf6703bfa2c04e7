// Stores mailed links: only their hashes, so that a copy of the table opens nothing (docs/security.md row
// 17).
import 'server-only'
import { database, type Database } from './database.ts'
import type { LinkPurpose } from './schema.ts'

/** A link's purpose and recipient. `address` is the mailbox that its user has proved to read. */
export type LinkRecord = { tenant: string; member: string; purpose: LinkPurpose; address: string }

/** Stores a link in place of the member's older one for the same purpose, which becomes invalid. */
export async function putLink(
  db: Database,
  link: LinkRecord & { hash: string; issuedAt: Date; expiresAt: Date },
): Promise<void> {
  const fresh = {
    tenant: link.tenant,
    hash: link.hash,
    address: link.address,
    issued_at: link.issuedAt,
    expires_at: link.expiresAt,
    used_at: null,
  }
  await db
    .insertInto('links')
    .values({ member: link.member, purpose: link.purpose, ...fresh })
    .onConflict((conflict) => conflict.columns(['member', 'purpose']).doUpdateSet(fresh))
    .execute()
}

/** The link with this hash while it is valid, or null. Reading changes nothing. */
export async function findLink(hash: string, now: Date): Promise<LinkRecord | null> {
  const row = await database()
    .selectFrom('links')
    .select(['tenant', 'member', 'purpose', 'address'])
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Uses a link, once, inside the caller's transaction. Null for every other caller, and when it is not valid.
 */
export async function consumeLink(db: Database, hash: string, now: Date): Promise<LinkRecord | null> {
  const row = await db
    .updateTable('links')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['tenant', 'member', 'purpose', 'address'])
    .executeTakeFirst()
  return row ?? null
}

/** Deletes every link of a member, inside the caller's transaction. */
export async function deleteLinksOf(db: Database, member: string): Promise<void> {
  await db.deleteFrom('links').where('member', '=', member).execute()
}

/** Deletes links that expired before this instant. Returns how many. */
export async function deleteExpiredLinks(before: Date): Promise<number> {
  const deleted = await database().deleteFrom('links').where('expires_at', '<', before).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
