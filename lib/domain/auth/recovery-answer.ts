// Answers who asked for a new password, after they have had their answer: a mail to whom we know, and nothing
// to anybody else.
import 'server-only'
import { z } from 'zod'
import { findMemberByEmail } from '../../store/members.ts'
import { countMailsTo } from '../../store/outbox-state.ts'
import { findTenant } from '../../store/tenants.ts'
import type { Finish, Job } from '../../store/jobs.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { siteOf } from '../site.ts'

/** The errand that `askForReset` leaves. */
export const RESET_JOB = 'reset asked'

/** So many of these mails a member gets in an hour, however often somebody asks. */
const MAILS_AN_HOUR = 3
const HOUR_MS = 3_600_000

const Asked = z.object({ email: z.string(), at: z.string() })

/**
 * Answers what writes the mail, inside the transaction that ends the errand; also to who was invited and has
 * not set a password yet. Asked may be at the portal's own host, or at any live one of their tenant: the link
 * leads to the tenant's recorded origin all the same. Suspended people, and people of another tenant than the
 * host's, get none. An errand of more than an hour ago is dropped.
 */
export async function answerReset(job: Job, now: Date): Promise<Finish | void> {
  if (now.getTime() - job.writtenAt.getTime() > HOUR_MS) return
  const { email, at } = Asked.parse(job.data)
  const member = await findMemberByEmail(email)
  if (member === null || member.status === 'suspended') return
  const tenant = await findTenant(member.tenant)
  if (tenant?.status !== 'active' || !(await servesAt(member.tenant, at))) return
  const since = new Date(now.getTime() - HOUR_MS)
  return async (db) => {
    if ((await countMailsTo(db, member.id, 'forgotPassword', since)) >= MAILS_AN_HOUR) return
    await enqueueMail(db, recipientOf(member), { kind: 'forgotPassword' }, { now })
  }
}

async function servesAt(tenant: string, at: string): Promise<boolean> {
  const site = URL.canParse(at) ? await siteOf(new URL(at).host) : null
  return site?.origin === at && (site.tenant === null || site.tenant === tenant)
}
