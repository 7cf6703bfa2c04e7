// Answers requests for a password reset after the response was sent: a mail to known members, nothing to
// others.
import 'server-only'
import { z } from 'zod'
import { findMemberByEmail } from '../../store/members.ts'
import { countMailsTo } from '../../store/outbox-state.ts'
import { findTenant } from '../../store/tenants.ts'
import type { Finish, Job } from '../../store/jobs.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { siteOf } from '../site.ts'

/** The job that `askForReset` queues. */
export const RESET_JOB = 'reset asked'

/** The limit of reset mails per member and hour, however many requests there are. */
const MAILS_AN_HOUR = 3
const HOUR_MS = 3_600_000

const ResetRequest = z.object({ email: z.string(), at: z.string() })

/**
 * Returns what writes the mail, inside the transaction that finishes the job; also for an invited member
 * without a password. The request may come from the portal's own host or any live host of the tenant: the
 * link always leads to the tenant's stored origin. Suspended members, and members of another tenant than the
 * host's, get no mail. A job older than an hour is dropped.
 */
export async function answerReset(job: Job, now: Date): Promise<Finish | void> {
  if (now.getTime() - job.writtenAt.getTime() > HOUR_MS) return
  const { email, at } = ResetRequest.parse(job.data)
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
