// Applies a DNS check, of custom domains and mail domains alike: to the claim, the audit log, and a mail to
// the owners when the domain is lost.
import 'server-only'
import { log } from '../../log.ts'
import type { Mail } from '../../mail/kinds.ts'
import type { Database } from '../../store/database.ts'
import {
  recordDomainCheck,
  type ClaimTable,
  type DomainClaim,
  type DomainCheck,
} from '../../store/domain-claims.ts'
import { listMembers } from '../../store/members.ts'
import { recordedOf } from '../audit/record.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import type { DnsFindings } from './evaluate-dns.ts'
import { verdict } from './verdict.ts'

const HOUR = 60 * 60_000
const AT_ONCE = 8

/** What differs between the two kinds of domain. */
export type DomainKind<Claim extends DomainClaim> = {
  readonly table: ClaimTable
  readonly claimDue: (now: Date, most: number) => Promise<readonly Claim[]>
  readonly lookUp: (claim: Claim) => Promise<DnsFindings>
  readonly nameOf: (claim: Claim) => string
  /** The tenant for which the name is live, or null. */
  readonly holderOf: (name: string) => Promise<string | null>
  readonly mailOfLoss: (claim: Claim, badSince: Date) => Mail
}

/**
 * Checks all domains that are due. Returns their number. Several processes may run it at once.
 * @throws Unavailable
 */
export async function recheckDue<Claim extends DomainClaim>(
  kind: DomainKind<Claim>,
  context: { now: () => Date; ending: () => boolean },
): Promise<number> {
  for (let checked = 0; ;) {
    const due = context.ending() ? [] : await kind.claimDue(context.now(), AT_ONCE)
    if (due.length === 0) return checked
    await Promise.all(
      due.map(async (claim) => {
        try {
          await settle(kind, claim, await kind.lookUp(claim), context.now())
        } catch (error) {
          const { tenant } = claim
          log.warn('a domain could not be checked', { error, tenant, domain: kind.nameOf(claim) })
        }
      }),
    )
    checked += due.length
  }
}

/**
 * Stores the findings and their consequences; nothing, if another process checked meanwhile.
 * @throws Unavailable
 */
export async function settle<Claim extends DomainClaim>(
  kind: DomainKind<Claim>,
  before: Claim,
  findings: DnsFindings,
  now: Date,
): Promise<void> {
  const after = verdict(before, findings, now)
  if (after.state === before.state) {
    await recordDomainCheck(kind.table, before, after)
    return
  }
  const holder = await kind.holderOf(kind.nameOf(before))
  const free = holder === null || holder === before.tenant
  if (free && (await changeState(kind, before, after, now)) !== 'taken') return
  // It was proved, so its claimant may learn that another tenant's proof still holds.
  const { state, provedAt } = before
  const dueAt = new Date(now.getTime() + HOUR)
  await recordDomainCheck(kind.table, before, { ...after, state, provedAt, why: 'taken', dueAt })
}

/** The domain goes live, or is suspended: the audit log names DNS as the cause, not a member. */
async function changeState<Claim extends DomainClaim>(
  kind: DomainKind<Claim>,
  before: Claim,
  after: DomainCheck,
  now: Date,
) {
  const { tenant, state } = before
  const domain = kind.nameOf(before)
  const change = {
    subject: { kind: 'domain', name: domain, resource: null },
    path: [],
    before: { state },
    after: { state: after.state },
  }
  const also = async (db: Database) => {
    if (after.state === 'suspended')
      await notifyOwners(db, tenant, kind.mailOfLoss(before, after.badSince ?? now), now)
  }
  const end = await recordedOf(
    { tenant, member: null, name: 'the portal' },
    after.state === 'live' ? 'domain.live' : 'domain.suspended',
    change,
    () => recordDomainCheck(kind.table, before, after, also),
    (result) => ({ stage: result === 'kept' ? 'done' : 'failed', outcome: null }),
  )
  log.info('a domain changed its state', { tenant, domain, from: state, to: after.state, end })
  return end
}

async function notifyOwners(db: Database, tenant: string, mail: Mail, now: Date): Promise<void> {
  const owners = (await listMembers(tenant)).filter(
    ({ role, status }) => role === 'owner' && status !== 'suspended',
  )
  for (const owner of owners) await enqueueMail(db, recipientOf(owner), mail, { now })
}
