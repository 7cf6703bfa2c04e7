// Links that were mailed: only the hash of each, so that a copied table opens nothing (docs/security.md row
// 17).
import 'server-only'
import { database, type Database } from './database.ts'
import type { LinkPurpose } from './schema.ts'

/** What a link is for, and to whom it was sent. `address` is the mailbox that whoever uses it has proved to read. */
export type LinkRecord = { tenant: string; member: string; purpose: LinkPurpose; address: string }

/** Puts a link in the place of the member's older one for the same purpose, which is worth nothing from then on. */
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

/** The link of this hash while it can be used, or null; looking changes nothing. */
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

/** Uses the link, inside the caller's transaction: of many who try, one gets it; null for all others, and when it cannot be used. */
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

/** Makes every link of a member worth nothing, inside the caller's transaction. */
export async function deleteLinksOf(db: Database, member: string): Promise<void> {
  await db.deleteFrom('links').where('member', '=', member).execute()
}

/** Forgets the links that were over before then. Returns how many. */
export async function deleteExpiredLinks(before: Date): Promise<number> {
  const gone = await database().deleteFrom('links').where('expires_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
