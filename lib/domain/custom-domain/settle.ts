// Applies a DNS check: to the record of the domain, the audit log, and a mail to the owners when the domain
// is lost.
import 'server-only'
import { log } from '../../log.ts'
import { recordDomainCheck, type DomainCheck } from '../../store/domain-changes.ts'
import type { Database } from '../../store/database.ts'
import { liveDomain, type DomainRecord } from '../../store/domains.ts'
import { listMembers } from '../../store/members.ts'
import { recordedOf } from '../audit/record.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import type { DnsFindings } from './evaluate-dns.ts'
import { verdict } from './verdict.ts'

const HOUR = 60 * 60_000

/**
 * Stores the findings and their consequences; nothing, if another process checked meanwhile.
 * @throws Unavailable
 */
export async function settle(before: DomainRecord, findings: DnsFindings, now: Date): Promise<void> {
  const after = verdict(before, findings, now)
  if (after.state === before.state) {
    await recordDomainCheck(before, after)
    return
  }
  const holder = await liveDomain(before.host)
  const free = holder === null || holder.tenant === before.tenant
  if ((free ? await turn(before, after, now) : 'taken') !== 'taken') return
  // It was proved, so its claimant may learn that another tenant's proof still holds.
  const { state, provedAt } = before
  await recordDomainCheck(before, {
    ...after,
    state,
    provedAt,
    why: 'taken',
    dueAt: new Date(now.getTime() + HOUR),
  })
}

/** The domain goes live, or is suspended: the audit log names DNS as the cause, not a member. */
async function turn(before: DomainRecord, after: DomainCheck, now: Date) {
  const { tenant, host, state } = before
  const verb = after.state === 'live' ? 'domain.live' : 'domain.suspended'
  const change = {
    subject: { kind: 'domain', name: host, resource: null },
    path: [],
    before: { state },
    after: { state: after.state },
  }
  const also = (db: Database) =>
    after.state === 'suspended' ? tellOwners(db, before, after, now) : Promise.resolve()
  const end = await recordedOf(
    { tenant, member: null, name: 'the portal' },
    verb,
    change,
    () => recordDomainCheck(before, after, also),
    (result) => ({ stage: result === 'kept' ? 'done' : 'failed', outcome: null }),
  )
  log.info('a domain changed its state', { tenant, host, from: state, to: after.state, end })
  return end
}

async function tellOwners(
  db: Database,
  { tenant, host }: DomainRecord,
  { badSince }: DomainCheck,
  now: Date,
) {
  const owners = (await listMembers(tenant)).filter(
    ({ role, status }) => role === 'owner' && status !== 'suspended',
  )
  const mail = { kind: 'domainSuspended', host, since: (badSince ?? now).toISOString() } as const
  for (const owner of owners) await enqueueMail(db, recipientOf(owner), mail, { now })
}
