// Checks the DNS record that proves a mail domain, and applies the result: as for hosts, one answer alone
// changes nothing (decision 225).
import 'server-only'
import { env } from '../../env.ts'
import { lookUpText, systemResolvers, type Answer } from '../../dns/look-up.ts'
import { log } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import type { DomainCheck } from '../../store/domain-changes.ts'
import { holderOfMailDomain, recordMailDomainCheck, type MailDomainRecord } from '../../store/mail-domains.ts'
import { listMembers } from '../../store/members.ts'
import { recordedOf } from '../audit/record.ts'
import { proofNameOf } from '../custom-domain/host.ts'
import type { DnsFindings } from '../custom-domain/evaluate-dns.ts'
import { verdict } from '../custom-domain/verdict.ts'
import { enqueueMail, recipientOf } from '../mail.ts'

const HOUR = 60 * 60_000

/**
 * Asks DNS once, with the next of the resolvers, and stores the result.
 * @throws Unavailable
 */
export async function lookAtMailDomain(claim: MailDomainRecord, now: Date): Promise<void> {
  const set = env().dnsServers
  const resolvers = set.length > 0 ? set : systemResolvers()
  const resolver = resolvers[claim.checks % Math.max(1, resolvers.length)] ?? '127.0.0.1'
  await settle(claim, judge(claim, await lookUpText(resolver, proofNameOf(claim.domain))), now)
}

function judge({ domain, proof }: MailDomainRecord, answer: Answer): DnsFindings {
  const found = answer.kind === 'found' ? answer.values : []
  const line = (status: 'right' | 'wrong' | 'missing' | 'silent') => [
    { type: 'TXT' as const, name: proofNameOf(domain), found, status },
  ]
  if (answer.kind === 'silent') return { lines: line('silent'), outcome: 'silent', problem: 'silent' }
  if (answer.kind === 'none') return { lines: line('missing'), outcome: 'bad', problem: 'proof' }
  const right = found.some((value) => value.trim() === proof)
  if (right) return { lines: line('right'), outcome: 'good', problem: null }
  return { lines: line('wrong'), outcome: 'bad', problem: 'proof' }
}

async function settle(before: MailDomainRecord, look: DnsFindings, now: Date): Promise<void> {
  const after = verdict(before, look, now)
  if (after.state === before.state) {
    await recordMailDomainCheck(before, after)
    return
  }
  const holder = await holderOfMailDomain(before.domain)
  const free = holder === null || holder === before.tenant
  if (free && (await turn(before, after, now)) !== 'taken') return
  // It was proved, so its claimant may learn that another tenant's proof still holds.
  const { state, provedAt } = before
  const dueAt = new Date(now.getTime() + HOUR)
  await recordMailDomainCheck(before, { ...after, state, provedAt, why: 'taken', dueAt })
}

/** The audit log names DNS as the cause, not a member. */
async function turn(before: MailDomainRecord, after: DomainCheck, now: Date) {
  const { tenant, domain, state } = before
  const change = {
    subject: { kind: 'domain', name: domain, resource: null },
    path: [],
    before: { state },
    after: { state: after.state },
  }
  const also = (db: Database) =>
    after.state === 'suspended' ? tellOwners(db, before, now) : Promise.resolve()
  const end = await recordedOf(
    { tenant, member: null, name: 'the portal' },
    after.state === 'live' ? 'domain.live' : 'domain.suspended',
    change,
    () => recordMailDomainCheck(before, after, also),
    (result) => ({ stage: result === 'kept' ? 'done' : 'failed', outcome: null }),
  )
  log.info('a mail domain changed its state', { tenant, domain, from: state, to: after.state, end })
  return end
}

async function tellOwners(db: Database, { tenant, domain }: MailDomainRecord, now: Date): Promise<void> {
  for (const owner of await listMembers(tenant)) {
    if (owner.role !== 'owner' || owner.status === 'suspended') continue
    await enqueueMail(db, recipientOf(owner), { kind: 'mailDomainUnproved', domain }, { now })
  }
}
