// Links of one use that are sent by mail: 60 minutes, the newest wins, and only on the tenant's own origin
// (docs/security.md row 17).
import 'server-only'
import type { Database } from '../../store/database.ts'
import { findLink, putLink, takeLink, type LinkRecord } from '../../store/links.ts'
import { findTenant } from '../../store/tenants.ts'
import { findMember, lockMember, type MemberRecord } from '../../store/members.ts'
import { freshLinkToken, hashOfLink, linkAddress, type LinkAddress, type LinkToken } from './link-token.ts'
import { originOf } from '../tenant-origin.ts'

/** How long a link can be used, in minutes. */
export const LINK_MINUTES = 60

/** What a page may show before a link is used: what it is for, and whose it is. */
export type LinkView = { hash: string; link: LinkRecord; member: MemberRecord }

/**
 * Makes a link for a member, and with that the older one for the same purpose worth nothing; null for
 * somebody suspended. `address` is the mailbox it is sent to. The answer goes into that mail and nowhere
 * else. @throws Unavailable
 */
export async function issueLink(
  db: Database,
  link: LinkRecord,
  origin: string,
  now: Date,
): Promise<LinkAddress | null> {
  const token = freshLinkToken()
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000)
  const made = { ...link, hash: hashOfLink(token), issuedAt: now, expiresAt }
  const put = await db.transaction().execute(async (trx) => {
    // Held until the link is there: who is suspended meanwhile loses it with the others.
    const status = await lockMember(trx, link.member)
    if (status === null || status === 'suspended') return false
    await putLink(trx, made)
    return true
  })
  return put ? linkAddress(origin, token) : null
}

/**
 * What the link is for, or null: used, too old, overtaken by a newer one, of another tenant's origin, of
 * somebody suspended, or never made. Looking uses nothing up, so that a scanner of mails may look. `at` is
 * the origin under which the page is shown.
 */
export async function peekLink(token: LinkToken, at: string, now = new Date()): Promise<LinkView | null> {
  const hash = hashOfLink(token)
  const link = await findLink(hash, now)
  if (link === null || (await originOf(link.tenant)) !== at) return null
  const [member, tenant] = await Promise.all([findMember(link.member), findTenant(link.tenant)])
  if (tenant?.status !== 'active') return null
  return member === null || member.status === 'suspended' ? null : { hash, link, member }
}

/**
 * Uses up a link that `peekLink` has let pass, inside the caller's transaction. Of many callers one gets it;
 * null for the others, and where it was used, overtaken or made void since. What is rolled back has used
 * nothing up.
 */
export async function useLink(
  db: Database,
  { hash }: LinkView,
  now = new Date(),
): Promise<LinkRecord | null> {
  return takeLink(db, hash, now)
}
