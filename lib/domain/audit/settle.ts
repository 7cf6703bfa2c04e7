// Settles events without an outcome by reading Kazoo again: in a job, and when a user opens one.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../../log.ts'
import { findAuditEvent } from '../../store/audit-search.ts'
import { accountOfEvent, settleAuditEvent } from '../../store/audit-settlement.ts'
import {
  claimEvent,
  claimUnfinished,
  dropUnfinished,
  listUnfinished,
  postponeUnfinished,
  releaseUnfinished,
  type UnfinishedEvent,
} from '../../store/audit-unfinished.ts'
import type { AuditOutcome } from '../../store/audit-events.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { findTenant, type TenantRecord } from '../../store/tenants.ts'
import type { MessageKey } from '../../i18n/message-key.ts'
import { tenantGrant } from '../customer/tenant-grant.ts'
import { verdictOn, type Doubt, type Unsettled, type Verdict } from './verdict.ts'

/** Until then only `done` is concluded: Kazoo, or the process that began the event, may still be at work. */
const PATIENCE_MS = 2 * 60_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 3_600_000
/** After so many attempts, about half a day, the outcome is settled as unknown. */
const MOST_ATTEMPTS = 20
/** Per run, so that other processes get a share and Kazoo is spared. */
const MOST_AT_ONCE = 50
/** Between two attempts that users cause. */
const BETWEEN_ATTEMPTS_MS = 5_000
/** How long a page waits for its event to be settled. */
const LONGEST_WAIT_MS = 3_000

/**
 * Settles the events that are due, one after the other. Returns how many were settled. Stops early when
 * `ending` returns true.
 * @throws Unavailable without Postgres
 */
export async function settleEvents(now: () => Date, ending: () => boolean = () => false): Promise<number> {
  let settled = 0
  for (let count = 0; count < MOST_AT_ONCE && !ending(); count += 1) {
    const claimed = await claimUnfinished(now())
    if (claimed === null) break
    settled += (await settle(claimed, now())) ? 1 : 0
  }
  return settled
}

/**
 * Settles one event that a user opens, if that is possible at once. Never fails: the job settles it later.
 */
export async function settleForView(tenant: string, { event, at }: AuditEventRecord): Promise<void> {
  const settling = (async () => {
    await listUnfinished(tenant, event, at)
    const claimed = await claimEvent(tenant, event, new Date())
    if (claimed !== null) await settle(claimed, new Date())
  })().catch((error: unknown) => log.warn('an event could not be settled', { tenant, event, error }))
  await Promise.race([settling, sleep(LONGEST_WAIT_MS, undefined, { ref: false })])
}

async function settle(claimed: UnfinishedEvent, now: Date): Promise<boolean> {
  const { tenant, event, tries } = claimed
  const found = await unsettledOf(claimed)
  if (found === null) {
    await dropUnfinished(claimed)
    return false
  }
  const { tenantRecord, unsettled } = found
  const verdict = await readVerdict(tenantRecord, unsettled)
  const nextAttemptAt = new Date(now.getTime() + BETWEEN_ATTEMPTS_MS)
  if (verdict === null && tries + 1 < MOST_ATTEMPTS) {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries)
    await postponeUnfinished(claimed, { until: new Date(now.getTime() + pause), free: nextAttemptAt })
    return false
  }
  const early = now.getTime() - claimed.beganAt.getTime() < PATIENCE_MS
  if (early && verdict?.is !== 'done') {
    await releaseUnfinished(claimed, nextAttemptAt)
    return false
  }
  const outcome = outcomeOf(verdict, unsettled)
  const settled = await settleAuditEvent(tenant, event, outcome)
  if (!settled) await dropUnfinished(claimed)
  else log.info('an event was settled', { tenant, event, stage: outcome.stage, why: outcome.outcome })
  return settled
}

/** The event to settle; null where it has an outcome, or is no longer in the log. */
async function unsettledOf({
  tenant,
  event,
}: UnfinishedEvent): Promise<{ tenantRecord: TenantRecord; unsettled: Unsettled } | null> {
  const [record, home, tenantRecord] = await Promise.all([
    findAuditEvent(tenant, event),
    accountOfEvent(tenant, event),
    findTenant(tenant),
  ])
  if (record?.stage !== 'began' || tenantRecord === null) return null
  return { tenantRecord, unsettled: { tenant, record, home, origin: tenantRecord.crossbarOrigin } }
}

/** Null where Kazoo could not be asked. */
async function readVerdict(tenantRecord: TenantRecord, unsettled: Unsettled): Promise<Verdict | null> {
  try {
    return await verdictOn(await tenantGrant(tenantRecord, randomUUID()), unsettled)
  } catch (error) {
    const { event } = unsettled.record
    log.warn('an event could not be settled yet', { tenant: tenantRecord.id, event, error })
    return null
  }
}

function outcomeOf(verdict: Verdict | null, { record }: Unsettled): Omit<AuditOutcome, 'after'> {
  if (verdict === null) return { stage: 'unknown', outcome: key('noAnswer') }
  if (verdict.is === 'notDone') return { stage: 'failed', outcome: key('notDone') }
  if (verdict.is === 'doubtful') return { stage: 'unknown', outcome: key(verdict.why) }
  const { created } = verdict
  const subject =
    created === null || record.subject === null ? null : { ...record.subject, resource: created }
  return { stage: 'done', outcome: key('done'), subject }
}

function key(why: Verdict['is'] | Doubt | 'noAnswer'): MessageKey {
  return why === 'doubtful' ? 'messages.audit.settled.kind' : `messages.audit.settled.${why}`
}
