// Links of one use that are sent by mail: 60 minutes, the newest wins, and only on the tenant's own origin (security.md row 17).
import 'server-only'
import type { Database } from '../store/database.ts'
import { findLink, putLink, takeLink, type LinkRecord } from '../store/links.ts'
import { findMember, type MemberRecord } from '../store/members.ts'
import { freshLinkToken, hashOfLink, linkAddress, type LinkAddress, type LinkToken } from './link-token.ts'
import { originOf } from './tenant-origin.ts'

/** How long a link can be used, in minutes. */
export const LINK_MINUTES = 60

/** What a page may show before a link is used: what it is for, and whose it is. */
export type LinkView = { link: LinkRecord; member: MemberRecord }

/**
 * Makes a link for a member, and with that the older one for the same purpose worth nothing. `address` is the mailbox it is sent to.
 * The answer goes into that mail and nowhere else. @throws Unavailable
 */
export async function issueLink(
  db: Database,
  link: LinkRecord,
  origin: string,
  now: Date,
): Promise<LinkAddress> {
  const token = freshLinkToken()
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000)
  await putLink(db, { ...link, hash: hashOfLink(token), issuedAt: now, expiresAt })
  return linkAddress(origin, token)
}

/**
 * What the link is for, or null: used, too old, overtaken by a newer one, of another tenant's origin, or never made. Looking uses nothing
 * up, so that a scanner of mails may look. `at` is the origin under which the page is shown.
 */
export async function peekLink(token: LinkToken, at: string, now = new Date()): Promise<LinkView | null> {
  const link = await findLink(hashOfLink(token), now)
  if (link === null || (await originOf(link.tenant)) !== at) return null
  const member = await findMember(link.member)
  return member === null || member.status === 'suspended' ? null : { link, member }
}

/**
 * Uses a link up, inside the caller's transaction. Of many callers one gets it; null for the others, and where `peekLink` says null. What
 * is rolled back has used nothing up.
 */
export async function spendLink(
  db: Database,
  token: LinkToken,
  at: string,
  now = new Date(),
): Promise<LinkRecord | null> {
  if ((await peekLink(token, at, now)) === null) return null
  return takeLink(db, hashOfLink(token), now)
}
