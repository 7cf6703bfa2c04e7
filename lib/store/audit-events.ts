// Writes and reads the audit log: who did what, in which impersonation, to what, with what outcome. Rows are
// only appended.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Unavailable } from '../errors.ts'
import { Sealed } from '../sealed.ts'
import type { ActorKind, AuditStage } from '../views/audit.ts'
import { asRecord, selectEvents, type AuditEventRecord } from './audit-rows.ts'
import { appendRow, type NewRow } from './audit-append.ts'
import {
  accountOf,
  ensureSubject,
  findSubject,
  type NamedSubject,
  type AuditSubject,
} from './audit-subjects.ts'
import { database } from './database.ts'
import type { AuditValue } from './audit-schema.ts'
import { storable, storableJson } from './storable.ts'

/** The values of fields before or after a change. A sealed value is stored as the word `changed`. */
export type AuditDraftValues = Readonly<Record<string, AuditValue | Sealed<string>>>

/** The impersonation in which an event happened: its target, its mode, and the reason that was given. */
export type AuditImpersonation = {
  id: string
  targetName: string
  mode: 'kazoo' | 'narrowed'
  reason: string
  ticket: string | null
}

/** The content of an event when it begins, or has just happened. */
export type AuditDraft = {
  tenant: string
  /**
   * Who really did it, with their name at that time. Without `kind` they are a member, or without `member`
   * nobody known.
   */
  actor: { member: string | null; name: string; kind?: ActorKind }
  impersonation?: AuditImpersonation | null
  /** Noun and verb, such as `device.edit`. */
  verb: string
  /** What it is about, with the Kazoo resource where that already has an id. */
  subject: NamedSubject | null
  /** The account in which a resource is created that has no id yet. */
  within?: Sealed<'kazoo account'>
  /** Names from the granted account down to the subject's account. */
  path: readonly string[]
  before: AuditDraftValues | null
  after: AuditDraftValues | null
  /** The event that this one reverts. */
  undoes?: string | null
  /** The request's reference id. */
  reference: string
  clientAddress: string | null
  userAgent: string | null
}

/** How an event ended: the key of a message, and what is known only now. */
export type AuditOutcome = {
  stage: Exclude<AuditStage, 'began'>
  outcome: string | null
  after?: AuditDraftValues | null
  subject?: NamedSubject | null
}

/** Identifies an event that has begun, for `appendAuditOutcome`, with its first row. */
export type AuditEventKey = { tenant: string; event: string; row: NewRow }

/**
 * Appends an event: `began` before Kazoo is called, or `done` or `failed` with its message when one row is
 * enough.
 * @throws Unavailable, and the change must then not be made; never `unknown` for an event that only begins
 */
export async function appendAuditEvent(
  draft: AuditDraft,
  stage: AuditStage = 'began',
  outcome: string | null = null,
): Promise<AuditEventKey> {
  try {
    const row = await rowOf(draft, stage, outcome)
    await appendRow(row)
    return { tenant: draft.tenant, event: row.event, row }
  } catch (error) {
    const uncertain = stage === 'began' && error instanceof Unavailable && error.reason === 'unknown'
    throw uncertain ? new Unavailable('postgres', 'unreachable', { cause: error.cause }) : error
  }
}

async function rowOf(draft: AuditDraft, stage: AuditStage, outcome: string | null): Promise<NewRow> {
  const { tenant, actor, impersonation = null, subject, within, undoes = null } = draft
  const resource = subject?.resource ?? null
  return {
    tenant,
    at: new Date(),
    event: randomUUID(),
    stage,
    opens: true,
    actor: actor.member,
    actor_kind: actor.kind ?? (actor.member === null ? 'nobody' : 'member'),
    actor_name: storable(actor.name),
    as_whom: impersonation === null ? null : storable(impersonation.targetName),
    impersonation: impersonation?.id ?? null,
    mode: impersonation?.mode ?? null,
    reason: impersonation === null ? null : storable(impersonation.reason),
    ticket: impersonation === null || impersonation.ticket === null ? null : storable(impersonation.ticket),
    verb: draft.verb,
    ...(await subjectKeysOf(tenant, resource, within)),
    subject_kind: subject?.kind ?? null,
    subject_name: subject === null ? null : storable(subject.name),
    path: parsed(draft.path),
    before: asJson(draft.before),
    after: asJson(draft.after),
    outcome,
    reference: draft.reference,
    client_address: draft.clientAddress,
    user_agent: draft.userAgent === null ? null : storable(draft.userAgent.slice(0, 300)),
    undoes,
  }
}

async function subjectKeysOf(
  tenant: string,
  resource: AuditSubject | null,
  accountRef?: Sealed<'kazoo account'>,
) {
  const db = database()
  if (resource === null) {
    const account =
      accountRef === undefined ? null : await ensureSubject(db, tenant, { kind: 'account', ref: accountRef })
    return { subject: null, account }
  }
  const subject = await ensureSubject(db, tenant, resource)
  const within = accountOf(resource)
  return { subject, account: within === resource ? subject : await ensureSubject(db, tenant, within) }
}

/**
 * Appends the outcome of an event, once, as a row of its own. Whatever it does not change is copied from the
 * row that opened the event.
 */
export async function appendAuditOutcome(key: AuditEventKey, ending: AuditOutcome): Promise<void> {
  const { row, tenant, event } = key
  const { subject: about = null } = ending
  const after = asJson(ending.after ?? null)
  await appendRow({
    ...row,
    tenant,
    event,
    at: new Date(),
    stage: ending.stage,
    opens: false,
    ...(about !== null && { subject_kind: about.kind, subject_name: storable(about.name) }),
    ...(about?.resource && (await subjectKeysOf(tenant, about.resource))),
    after: after ?? row.after,
    outcome: ending.outcome,
  })
}

/** The events of a tenant, newest first: at most `limit`, those before the position `before`. */
export async function auditEventsOf(
  tenant: string,
  page: { limit: number; before?: number },
): Promise<readonly AuditEventRecord[]> {
  return (await selectEvents(tenant, page).execute()).map((row) => asRecord(tenant, row))
}

/** The events about one Kazoo resource, newest first. */
export async function auditEventsAbout(
  tenant: string,
  resource: AuditSubject,
  page: { limit: number; before?: number },
): Promise<readonly AuditEventRecord[]> {
  const subject = await findSubject(database(), tenant, resource)
  if (subject === null) return []
  // An array makes the planner look up these few events instead of scanning the log until a page is full.
  const rows = selectEvents(tenant, page).where(
    sql<boolean>`opening.event = any(array(select event from audit_events where subject = ${subject}))`,
  )
  return (await rows.execute()).map((row) => asRecord(tenant, row))
}

function asJson(values: AuditDraftValues | null): unknown {
  if (values === null) return null
  const entries = Object.entries(values).map(([field, value]) => [
    field,
    value instanceof Sealed ? 'changed' : value,
  ])
  return parsed(Object.fromEntries(entries))
}

/** The value as it will come back from the database. */
function parsed(value: object): unknown {
  return JSON.parse(storableJson(value))
}
