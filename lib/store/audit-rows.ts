// Reads audit events: joins the row that opened each with the rows that ended and settled it.
import 'server-only'
import { sql } from 'kysely'
import type { ActorKind, AuditStage } from '../views/audit.ts'
import { SETTLE_VERB } from './audit-append.ts'
import { currentFields, currentKind, currentOutcome, currentVerbSql } from './audit-old-names.ts'
import { openSubject, type NamedSubject } from './audit-subjects.ts'
import { database } from './database.ts'
import type { AuditValues } from './audit-schema.ts'

/**
 * One event with its outcome. `stage` is `began` while the outcome is open, and `unknown` once it is settled
 * that nobody can know it. `settledAt`: when the portal settled the event; null when the process that began
 * it knew the outcome.
 */
export type AuditEventRecord = {
  /** The position in the audit log, for `before` of the next page. */
  seq: number
  event: string
  at: Date
  stage: AuditStage
  actor: { member: string | null; name: string; kind: ActorKind }
  impersonation: { targetName: string; mode: string; reason: string; ticket: string | null } | null
  verb: string
  subject: NamedSubject | null
  path: readonly string[]
  before: AuditValues | null
  after: AuditValues | null
  outcome: string | null
  reference: string
  clientAddress: string | null
  userAgent: string | null
  /** The event that this one reverted. */
  undoes: string | null
  settledAt: Date | null
}

/** Messages of unknown outcomes; before migration 0017 they were stored as failed. */
const UNKNOWN_OUTCOMES = sql`('messages.kazoo.unknown', 'messages.postgres.unknown', 'said.kazoo.unknown', 'said.postgres.unknown')`
/**
 * Whether the row that ended the event knew the outcome. It then takes precedence over a later settlement.
 */
const OUTCOME_KNOWN = sql<boolean>`(ending.stage in ('done', 'failed') and coalesce(ending.outcome, '') not in ${UNKNOWN_OUTCOMES})`

/** The current name of the verb. */
export const VERB = currentVerbSql()

/** The state of the event, over all of its rows. */
export const STAGE = sql<AuditStage>`case when ${OUTCOME_KNOWN} then ending.stage else coalesce(settling.stage, opening.stage) end`

/** All events of a tenant: the row that opened each, the rows that ended and settled it, and its subject. */
export function joinedEvents(tenant: string) {
  return database()
    .selectFrom('audit_events as opening')
    .leftJoin('audit_events as ending', (join) =>
      join
        .onRef('ending.event', '=', 'opening.event')
        .on('ending.opens', '=', false)
        .on(sql<boolean>`(ending.verb = ${sql.lit(SETTLE_VERB)}) = false`),
    )
    .leftJoin('audit_events as settling', (join) =>
      join
        .onRef('settling.event', '=', 'opening.event')
        .on('settling.opens', '=', false)
        .on('settling.verb', '=', SETTLE_VERB),
    )
    .leftJoin('audit_subjects as resource', (join) =>
      join.on('resource.id', '=', sql<number>`coalesce(settling.subject, ending.subject, opening.subject)`),
    )
    .where('opening.tenant', '=', tenant)
    .where('opening.opens', '=', true)
}

/** The events of a tenant, newest first, each with its outcome and its subject. */
export function selectEvents(tenant: string, page: { limit: number; before?: number }) {
  const rows = joinedEvents(tenant)
    .select(['opening.seq', 'opening.event', 'opening.at', 'opening.actor', 'opening.actor_kind'])
    .select([
      'opening.actor_name',
      'opening.impersonation',
      'opening.mode',
      'opening.reason',
      'opening.ticket',
    ])
    .select(['opening.as_whom', 'opening.path', 'opening.before', 'opening.reference'])
    .select(['opening.client_address', 'opening.user_agent', 'opening.undoes'])
    .select([
      'resource.kind as resource_kind',
      'resource.digest as resource_digest',
      'resource.ref_sealed as resource_sealed',
    ])
    .select((field) => [
      VERB.as('verb'),
      STAGE.as('stage'),
      sql<Date | null>`case when not coalesce(${OUTCOME_KNOWN}, false) then settling.at end`.as('settled_at'),
      field.fn.coalesce('ending.after', 'opening.after').as('after'),
      sql<
        string | null
      >`case when ${OUTCOME_KNOWN} then ending.outcome else coalesce(settling.outcome, ending.outcome, opening.outcome) end`.as(
        'outcome',
      ),
      field.fn.coalesce('ending.subject_kind', 'opening.subject_kind').as('subject_kind'),
      field.fn.coalesce('ending.subject_name', 'opening.subject_name').as('subject_name'),
    ])
    .orderBy('opening.seq', 'desc')
    .limit(page.limit)
  return page.before === undefined ? rows : rows.where('opening.seq', '<', page.before)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number]

/** A row of `selectEvents` as a record. @throws EnvelopeFault when its subject was tampered with */
export function asRecord(tenant: string, row: Row): AuditEventRecord {
  return {
    seq: row.seq,
    event: row.event,
    at: row.at,
    stage: row.stage,
    actor: { member: row.actor, name: row.actor_name, kind: row.actor_kind },
    impersonation: impersonationOf(row),
    verb: row.verb,
    subject: subjectOf(tenant, row),
    path: row.path,
    before: currentFields(row.before),
    after: currentFields(row.after),
    outcome: currentOutcome(row.outcome),
    reference: row.reference,
    clientAddress: row.client_address,
    userAgent: row.user_agent,
    undoes: row.undoes,
    settledAt: row.settled_at,
  }
}

function impersonationOf({
  impersonation,
  as_whom: targetName,
  mode,
  reason,
  ticket,
}: Row): AuditEventRecord['impersonation'] {
  if (impersonation === null || targetName === null) return null
  return { targetName, mode: mode ?? '', reason: reason ?? '', ticket }
}

function subjectOf(tenant: string, row: Row): NamedSubject | null {
  if (row.subject_kind === null) return null
  const { resource_kind: kind, resource_digest: digested, resource_sealed: text } = row
  const missing = kind === null || digested === null || text === null
  const resource = missing ? null : openSubject(tenant, kind, digested, text)
  return { kind: currentKind(row.subject_kind), name: row.subject_name ?? '', resource }
}
