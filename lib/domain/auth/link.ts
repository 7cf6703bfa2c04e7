// Issues single-use links that are sent by mail: valid for as long as their purpose needs, replaced by a
// newer one, and only on the tenant's own origin (docs/security.md row 17).
import 'server-only'
import type { Database } from '../../store/database.ts'
import { findLink, putLink, consumeLink, type LinkRecord } from '../../store/links.ts'
import { findTenant } from '../../store/tenants.ts'
import type { LinkPurpose } from '../../store/schema.ts'
import { findMember, lockMember, type MemberRecord } from '../../store/members.ts'
import { freshLinkToken, hashOfLink, linkAddress, type LinkAddress, type LinkToken } from './link-token.ts'
import { originOf } from '../tenant-origin.ts'

const DAY = 24 * 60

/** How long a link can be used, in minutes. Invited members may be away; others wait for their mail. */
const LIFE: Readonly<Record<LinkPurpose, number>> = {
  'set password': 60,
  'forgot password': 60,
  'e-mail change': 60,
  invitation: 7 * DAY,
}

/** When a link that is created now expires. */
export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIFE[purpose] * 60_000)
}

/** What a page may show before a link is used: its purpose and its member. */
export type LinkView = { hash: string; link: LinkRecord; member: MemberRecord }

/**
 * Creates a link for a member and voids the older one of the same purpose; null for a suspended member.
 * `address` is the recipient. The result goes into that mail and nowhere else.
 * @throws Unavailable
 */
export async function issueLink(
  db: Database,
  link: LinkRecord,
  origin: string,
  now: Date,
): Promise<LinkAddress | null> {
  const token = freshLinkToken()
  const expiresAt = linkExpiry(link.purpose, now)
  const stored = { ...link, hash: hashOfLink(token), issuedAt: now, expiresAt }
  const isStored = await db.transaction().execute(async (trx) => {
    // The lock lasts until the link is stored: a suspension meanwhile voids it with the others.
    const status = await lockMember(trx, link.member)
    if (status === null || status === 'suspended') return false
    await putLink(trx, stored)
    return true
  })
  return isStored ? linkAddress(origin, token) : null
}

/**
 * The link of a token, or null: used, expired, replaced by a newer one, for another tenant's origin, of a
 * suspended member, or unknown. Peeking does not use the link up, so mail scanners may follow it. `at` is the
 * origin of the page.
 * @throws Unavailable
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
 * Uses up a link that `peekLink` accepted, inside the caller's transaction. Only one of concurrent callers
 * gets it; null for the others, and where it was used, replaced or voided since. A rollback restores it.
 * @throws Unavailable
 */
export async function useLink(
  db: Database,
  { hash }: LinkView,
  now = new Date(),
): Promise<LinkRecord | null> {
  return consumeLink(db, hash, now)
}
