// The trail: who did what, as whom, to what, with what outcome. Rows are added and read; no change of them exists.
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
import type { AuditValue } from './schema.ts'
import { storable, storableJson } from './storable.ts'

/** What a field was, or became. A sealed value is stored as the word `changed`. */
export type AuditDraftValues = Readonly<Record<string, AuditValue | Sealed<string>>>

/** Under what somebody worked with borrowed eyes: whose, by which way, and why they said they did. */
export type AuditImpersonation = {
  id: string
  targetName: string
  mode: 'kazoo' | 'narrowed'
  reason: string
  ticket: string | null
}

/** What there is to say when something begins, or has just happened. */
export type AuditDraft = {
  tenant: string
  /** Who really did it, under the name they bore then. Unless `kind` says otherwise they are a member, or without `member` nobody who is known. */
  actor: { member: string | null; name: string; kind?: ActorKind }
  impersonation?: AuditImpersonation | null
  /** Noun and verb in our words: `device.edit`. */
  verb: string
  /** What it was about, by name; with the thing of Kazoo's where it has a reference already. */
  subject: NamedSubject | null
  /** The account in which something is created, which has no reference yet. */
  within?: Sealed<'kazoo account'>
  /** Names from the granted account down to the subject's account. */
  path: readonly string[]
  before: AuditDraftValues | null
  after: AuditDraftValues | null
  /** The event that this one puts back. */
  undoes?: string | null
  /** The request's reference id. */
  reference: string
  clientAddress: string | null
  userAgent: string | null
}

/** How it ended: a sentence of ours, and what is known only now. */
export type AuditOutcome = {
  stage: Exclude<AuditStage, 'began'>
  outcome: string | null
  after?: AuditDraftValues | null
  subject?: NamedSubject | null
}

/** Names the event whose beginning was written, for `appendAuditOutcome`, and remembers what was said of it. */
export type AuditEventKey = { tenant: string; event: string; row: NewRow }

/**
 * Adds an event to the trail: `began` before Kazoo is called, or, for what needs one row only, `done` or `failed` with its
 * sentence. @throws Unavailable, and then the change must not be made: hence never `unknown` for what only began
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
    const lost = stage === 'began' && error instanceof Unavailable && error.reason === 'unknown'
    throw lost ? new Unavailable('postgres', 'unreachable', { cause: error.cause }) : error
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
    ...(await numbersOf(tenant, resource, within)),
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

async function numbersOf(tenant: string, resource: AuditSubject | null, home?: Sealed<'kazoo account'>) {
  const db = database()
  if (resource === null) {
    const account =
      home === undefined ? null : await ensureSubject(db, tenant, { kind: 'account', ref: home })
    return { subject: null, account }
  }
  const subject = await ensureSubject(db, tenant, resource)
  const within = accountOf(resource)
  return { subject, account: within === resource ? subject : await ensureSubject(db, tenant, within) }
}

/** Adds the outcome of an event that began, once. A row of its own; the rest is as the row that opened the event has it. */
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
    ...(about?.resource && (await numbersOf(tenant, about.resource))),
    after: after ?? row.after,
    outcome: ending.outcome,
  })
}

/** The trail of a tenant, newest first: at most `limit` events, those that began before the event `before`. */
export async function auditEventsOf(
  tenant: string,
  page: { limit: number; before?: number },
): Promise<readonly AuditEventRecord[]> {
  return (await selectEvents(tenant, page).execute()).map((row) => asRecord(tenant, row))
}

/** The same for one thing of Kazoo's: its history. */
export async function auditEventsAbout(
  tenant: string,
  resource: AuditSubject,
  page: { limit: number; before?: number },
): Promise<readonly AuditEventRecord[]> {
  const subject = await findSubject(database(), tenant, resource)
  if (subject === null) return []
  // An array and not a set: the planner then looks up these few events, instead of reading the trail until it has a page.
  const rows = selectEvents(tenant, page).where(
    sql<boolean>`opening.event = any(array(select event from audit_events where subject = ${subject}))`,
  )
  return (await rows.execute()).map((row) => asRecord(tenant, row))
}

function asJson(values: AuditDraftValues | null): unknown {
  if (values === null) return null
  const message = Object.entries(values).map(([field, value]) => [
    field,
    value instanceof Sealed ? 'changed' : value,
  ])
  return parsed(Object.fromEntries(message))
}

/** As it comes back from the database. */
function parsed(value: object): unknown {
  return JSON.parse(storableJson(value))
}
