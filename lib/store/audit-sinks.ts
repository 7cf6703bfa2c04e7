// Stores where tenants forward their audit logs to and how far that has come. One process at a time forwards
// for a tenant.
import 'server-only'
import { sql, type Selectable } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import { database } from './database.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import type { Schema } from './schema.ts'

/** A target of forwarding. Syslog has no secret; a webhook's signs its requests. */
export type SinkTarget =
  | { kind: 'syslog'; address: string }
  | { kind: 'webhook'; address: string; secret: Sealed<'webhook secret'> }

/**
 * A target and its progress. `cursor` is the last row that it accepted; `error` is why the last attempt
 * failed, until one succeeds.
 */
export type SinkRecord = {
  tenant: string
  target: SinkTarget
  cursor: number
  attempts: number
  sentAt: Date | null
  failedAt: Date | null
  error: string | null
}

/** Longer than any attempt takes. */
const CLAIM_MS = 60_000
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 3_600_000

/** The encryption context of a webhook's secret. */
export function sinkSecretContext(tenant: string): EncryptionContext {
  return { tenant, kind: 'webhook secret', row: tenant }
}

/** The tenant's target and the number of rows that it has not received yet, or null. @throws Unavailable */
export async function findSink(tenant: string): Promise<(SinkRecord & { waiting: number }) | null> {
  const sinks = database()
    .selectFrom('audit_sinks')
    .innerJoin('audit_heads', 'audit_heads.tenant', 'audit_sinks.tenant')
  const rows = sinks
    .selectAll('audit_sinks')
    .select('audit_heads.seq')
    .where('audit_sinks.tenant', '=', tenant)
  const row = await rows.executeTakeFirst()
  return row === undefined ? null : { ...asRecord(row), waiting: Math.max(0, row.seq - row.cursor) }
}

/** Replaces the tenant's target; it receives rows that are appended from now on. @throws Unavailable */
export async function setSink(tenant: string, target: SinkTarget, now: Date): Promise<void> {
  const secret = target.kind === 'webhook' ? target.secret : null
  const values = {
    kind: target.kind,
    address: target.address,
    secret_sealed: secret === null ? null : sealEnvelope(env().dataKeys, sinkSecretContext(tenant), secret),
    cursor: sql<number>`coalesce((select seq from audit_heads where tenant = ${tenant}), 0)`,
    attempts: 0,
    due_at: now,
    sent_at: null,
    failed_at: null,
    last_error: null,
  }
  await database()
    .insertInto('audit_sinks')
    .values({ tenant, ...values })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(values))
    .execute()
}

/** Removes the tenant's target. @throws Unavailable */
export async function removeSink(tenant: string): Promise<void> {
  await database().deleteFrom('audit_sinks').where('tenant', '=', tenant).execute()
}

/**
 * Claims a target that has rows waiting and is due, for one minute. Null when none is due.
 * @throws Unavailable
 */
export async function claimSink(now: Date): Promise<SinkRecord | null> {
  const due = database()
    .selectFrom('audit_sinks as due')
    .innerJoin('audit_heads as head', 'head.tenant', 'due.tenant')
    .select('due.tenant')
    .where('due.due_at', '<=', now)
    .whereRef('head.seq', '>', 'due.cursor')
    .orderBy('due.due_at')
    .limit(1)
    .forUpdate('due')
    .skipLocked()
  const row = await database()
    .updateTable('audit_sinks')
    .set({ due_at: new Date(now.getTime() + CLAIM_MS) })
    .where('tenant', '=', due)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/**
 * Records that the rows up to `to` were accepted. Does nothing when another target was set in the meantime.
 * @throws Unavailable
 */
export async function recordSinkDelivery(
  { tenant, cursor, target }: SinkRecord,
  to: number,
  now: Date,
): Promise<void> {
  await database()
    .updateTable('audit_sinks')
    .set({ cursor: to, attempts: 0, due_at: now, sent_at: now, last_error: null })
    .where('tenant', '=', tenant)
    .where('cursor', '=', cursor)
    .where('address', '=', target.address)
    .execute()
}

/**
 * Records a failed attempt and its reason. The next one is due after 5 s, then after twice as long each time,
 * up to an hour.
 * @throws Unavailable
 */
export async function recordSinkFailure(sink: SinkRecord, error: string, now: Date): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(sink.attempts, 20))
  await database()
    .updateTable('audit_sinks')
    .set({
      attempts: sink.attempts + 1,
      due_at: new Date(now.getTime() + pause),
      failed_at: now,
      last_error: error,
    })
    .where('tenant', '=', sink.tenant)
    .where('address', '=', sink.target.address)
    .execute()
}

function asRecord(row: Selectable<Schema['audit_sinks']>): SinkRecord {
  return {
    tenant: row.tenant,
    target: targetOf(row),
    cursor: row.cursor,
    attempts: row.attempts,
    sentAt: row.sent_at,
    failedAt: row.failed_at,
    error: row.last_error,
  }
}

function targetOf({
  tenant,
  kind,
  address,
  secret_sealed: sealed,
}: Selectable<Schema['audit_sinks']>): SinkTarget {
  if (kind === 'syslog' || sealed === null) return { kind: 'syslog', address }
  const secret = openEnvelope<'webhook secret'>(env().dataKeys, sinkSecretContext(tenant), sealed)
  return { kind: 'webhook', address, secret }
}
