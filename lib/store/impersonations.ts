// Stores impersonations: who impersonated whom, why, from when to when, and who ended it.
import 'server-only'
import type { Selectable } from 'kysely'
import type { ImpersonationEnd } from '../views/impersonation.ts'
import { ensureSubject, findSubject, type AuditSubject } from './audit-subjects.ts'
import { database, type Database } from './database.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

/**
 * An impersonation at its start. `targetName` null: the admin of the account. `digest` identifies its session
 * in Redis.
 */
export type ImpersonationDraft = {
  id: string
  tenant: string
  member: { id: string; name: string }
  resource: AuditSubject
  targetName: string | null
  account: string
  reason: string
  ticket: string | null
  changes: boolean
  native: boolean
  digest: string
  lineage: string
  beganAt: Date
  endsAt: Date
}

/**
 * A stored impersonation. It is active while `endedAt` is null, `endsAt` is in the future and its session
 * exists.
 */
export type ImpersonationRecord = Omit<ImpersonationDraft, 'resource' | 'lineage'> & {
  endedAt: Date | null
  endedBy: ImpersonationEnd | null
}

/** What a tenant shows its customers about impersonations. */
export type ImpersonationPolicy = { shown: boolean; mailed: boolean }

/** Inserts an impersonation. @throws Unavailable */
export async function insertImpersonation(db: Database, draft: ImpersonationDraft): Promise<void> {
  const { id } = await ensureSubject(db, draft.tenant, draft.resource)
  await db
    .insertInto('impersonations')
    .values({
      id: draft.id,
      tenant: draft.tenant,
      member: draft.member.id,
      member_name: storable(draft.member.name),
      subject: id,
      as_whom: draft.targetName === null ? null : storable(draft.targetName),
      account_name: storable(draft.account),
      reason: storable(draft.reason),
      ticket: draft.ticket === null ? null : storable(draft.ticket),
      changes: draft.changes,
      native: draft.native,
      digest: draft.digest,
      lineage: draft.lineage,
      began_at: draft.beganAt,
      ends_at: draft.endsAt,
    })
    .execute()
}

/** The impersonations of a tenant, newest first, at most `limit`. @throws Unavailable */
export async function impersonationsOf(tenant: string, limit: number): Promise<ImpersonationRecord[]> {
  const rows = database().selectFrom('impersonations').selectAll().where('tenant', '=', tenant)
  return (await rows.orderBy('began_at', 'desc').limit(limit).execute()).map(asRecord)
}

/** The latest different reasons that a member gave, newest first. @throws Unavailable */
export async function recentReasonsOf(tenant: string, member: string, limit: number): Promise<string[]> {
  const rows = database().selectFrom('impersonations').select('reason').where('tenant', '=', tenant)
  const own = rows
    .where('member', '=', member)
    .orderBy('began_at', 'desc')
    .limit(10 * limit)
  const reasons = (await own.execute()).map(({ reason }) => reason)
  return [...new Set(reasons)].slice(0, limit)
}

/** The active impersonations of a user, or of an account's admin. @throws Unavailable */
export async function impersonationsOfCustomer(
  tenant: string,
  resource: AuditSubject,
  now: Date,
): Promise<ImpersonationRecord[]> {
  const db = database()
  const subject = await findSubject(db, tenant, resource)
  if (subject === null) return []
  const rows = db.selectFrom('impersonations').selectAll().where('subject', '=', subject)
  const under = rows.where('tenant', '=', tenant).where('ended_at', 'is', null).where('ends_at', '>', now)
  return (await under.orderBy('began_at', 'desc').limit(20).execute()).map(asRecord)
}

/** One impersonation of a tenant, or null. @throws Unavailable */
export async function findImpersonation(tenant: string, id: string): Promise<ImpersonationRecord | null> {
  const rows = database().selectFrom('impersonations').selectAll().where('tenant', '=', tenant)
  const row = await rows.where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** Records the end of an impersonation, once. False when it had already ended. @throws Unavailable */
export async function endImpersonation(id: string, by: ImpersonationEnd, now: Date): Promise<boolean> {
  const change = database()
    .updateTable('impersonations')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
  const ended = await change
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Records the end of all impersonations that a session started. @throws Unavailable */
export async function endImpersonationsUnder(
  lineage: string,
  by: ImpersonationEnd,
  now: Date,
): Promise<void> {
  const change = database().updateTable('impersonations').set({ ended_at: now, ended_by: by })
  await change
    .where('lineage', '=', lineage)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .execute()
}

/** The tenant's policy. @throws Unavailable */
export async function impersonationPolicyOf(tenant: string): Promise<ImpersonationPolicy> {
  const rows = database().selectFrom('tenants').select(['impersonation_shown', 'impersonation_mailed'])
  const row = await rows.where('id', '=', tenant).executeTakeFirst()
  return { shown: row?.impersonation_shown ?? true, mailed: row?.impersonation_mailed ?? false }
}

/** Sets the tenant's policy. @throws Unavailable */
export async function setImpersonationPolicy(tenant: string, policy: ImpersonationPolicy): Promise<void> {
  const change = { impersonation_shown: policy.shown, impersonation_mailed: policy.mailed }
  await database().updateTable('tenants').set(change).where('id', '=', tenant).execute()
}

function asRecord(row: Selectable<Schema['impersonations']>): ImpersonationRecord {
  return {
    id: row.id,
    tenant: row.tenant,
    member: { id: row.member, name: row.member_name },
    targetName: row.as_whom,
    account: row.account_name,
    reason: row.reason,
    ticket: row.ticket,
    changes: row.changes,
    native: row.native,
    digest: row.digest,
    beganAt: row.began_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
  }
}
