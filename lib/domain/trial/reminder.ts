// Reminds owners: a week and a day before a trial ends, when it has ended, and when Kazoo refuses the
// credentials. Each once.
import 'server-only'
import type { Mail } from '../../mail/kinds.ts'
import { database } from '../../store/database.ts'
import { listMembers } from '../../store/members.ts'
import { refusedCredentials, trialsEndingBetween } from '../../store/reminders.ts'
import { enqueueMail, recipientOf } from '../mail.ts'

const DAY_MS = 24 * 3_600_000
/** How many days before the end of a trial its owners are reminded. */
const DAYS_BEFORE = [1, 7] as const
/** An older end is no news: the scheduler may have been down. */
const STALE_DAYS = 7

/**
 * Writes the reminders that are due at `now` into the outbox, each once over all processes. Moving the end of
 * a trial allows new ones. Returns how many were written.
 * @throws Unavailable
 */
export async function remindOfTrials(now: Date): Promise<number> {
  const from = new Date(now.getTime() - STALE_DAYS * DAY_MS)
  const to = new Date(now.getTime() + Math.max(...DAYS_BEFORE) * DAY_MS)
  let written = 0
  for (const { tenant, endsAt } of await trialsEndingBetween(from, to)) {
    const left = Math.ceil((endsAt.getTime() - now.getTime()) / DAY_MS)
    const before = DAYS_BEFORE.find((days) => left <= days) ?? left
    const mail: Mail =
      left <= 0 ? { kind: 'trialEnded' } : { kind: 'trialEnding', days: left, endsAt: endsAt.toISOString() }
    const stage = left <= 0 ? 'ended' : `ends in ${before}`
    written += await notifyOwners(tenant, mail, `trial ${stage}, ${endsAt.toISOString()}`, now)
  }
  return written
}

/**
 * The same for credentials that Kazoo refuses: one mail for each time that they stop working.
 * @throws Unavailable
 */
export async function remindOfCredentials(now: Date): Promise<number> {
  let written = 0
  for (const { tenant, workedAt, failedAt } of await refusedCredentials()) {
    const mail = { kind: 'credentialsStopped', since: failedAt.toISOString() } as const
    written += await notifyOwners(tenant, mail, `credentials worked until ${workedAt.toISOString()}`, now)
  }
  return written
}

async function notifyOwners(tenant: string, mail: Mail, what: string, now: Date): Promise<number> {
  const owners = (await listMembers(tenant)).filter(
    ({ role, status }) => role === 'owner' && status !== 'suspended',
  )
  return database()
    .transaction()
    .execute(async (trx) => {
      let written = 0
      for (const owner of owners) {
        const once = `${what}, to ${owner.id}`
        if (await enqueueMail(trx, recipientOf(owner), mail, { once, now })) written += 1
      }
      return written
    })
}
