// The trail: who did what, as whom, to what, with what outcome. Rows are added and read; no change of them exists.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Unavailable } from '../errors.ts'
import { Sealed } from '../sealed.ts'
import { asRecord, selectEvents, type AuditEventRecord } from './audit-rows.ts'
import { ensureSubject, findSubject, type AuditAbout, type AuditSubject } from './audit-subjects.ts'
import { database } from './database.ts'
import type { AuditStage, AuditValue } from './schema.ts'
import { storable, storableJson } from './storable.ts'

/** What a field was, or became. A sealed value is stored as the word `changed`. */
export type AuditDraftValues = Readonly<Record<string, AuditValue | Sealed<string>>>

/** What there is to say when something begins, or has just happened. */
export type AuditDraft = {
  tenant: string
  /** The member who really did it, under the name they bore then. `member` is null for the operator or nobody known. */
  actor: { member: string | null; name: string }
  /** Whose eyes they had borrowed, by name. */
  asWhom: string | null
  /** Noun and verb in our words: `device.edit`. */
  verb: string
  /** What it was about, by name; with the thing of Kazoo's where it has a reference already. */
  subject: AuditAbout | null
  /** Names from the granted account down to the subject's account. */
  path: readonly string[]
  before: AuditDraftValues | null
  after: AuditDraftValues | null
  /** The request's reference id. */
  reference: string
  clientAddress: string | null
  userAgent: string | null
}

/** How it ended: a sentence of ours, and what is known only now. */
export type AuditOutcome = {
  stage: 'done' | 'failed'
  outcome: string | null
  after?: AuditDraftValues | null
  subject?: AuditAbout | null
}

/** Names the event whose beginning was written, for `appendAuditOutcome`. */
export type AuditEventKey = { tenant: string; event: string }

/**
 * Adds an event to the trail: `began` before Kazoo is called, or, for what needs one row only, `done` or `failed` with its
 * sentence. @throws Unavailable, and then the change must not be made: hence never `unknown` for what only began
 */
export async function appendAuditEvent(
  draft: AuditDraft,
  stage: AuditStage = 'began',
  outcome: string | null = null,
): Promise<AuditEventKey> {
  const event = randomUUID()
  try {
    await insertEvent(draft, event, stage, outcome)
  } catch (error) {
    const lost = stage === 'began' && error instanceof Unavailable && error.trouble === 'unknown'
    throw lost ? new Unavailable('postgres', 'unreachable', { cause: error.cause }) : error
  }
  return { tenant: draft.tenant, event }
}

async function insertEvent(
  draft: AuditDraft,
  event: string,
  stage: AuditStage,
  outcome: string | null,
): Promise<void> {
  const db = database()
  const thing = draft.subject?.thing ?? null
  await db
    .insertInto('audit_events')
    .values({
      tenant: draft.tenant,
      event,
      stage,
      opens: true,
      actor: draft.actor.member,
      actor_name: storable(draft.actor.name),
      as_whom: draft.asWhom === null ? null : storable(draft.asWhom),
      verb: draft.verb,
      subject: thing === null ? null : await ensureSubject(db, draft.tenant, thing),
      subject_kind: draft.subject?.kind ?? null,
      subject_name: draft.subject === null ? null : storable(draft.subject.name),
      path: storableJson(draft.path),
      before: asJson(draft.before),
      after: asJson(draft.after),
      outcome,
      reference: draft.reference,
      client_address: draft.clientAddress,
      user_agent: draft.userAgent === null ? null : storable(draft.userAgent.slice(0, 300)),
    })
    .execute()
}

/** Adds the outcome of an event that began, once. A row of its own; the rest is copied from the row that opened the event. */
export async function appendAuditOutcome(key: AuditEventKey, ending: AuditOutcome): Promise<void> {
  const db = database()
  const thing = ending.subject?.thing ?? null
  const subject = thing === null ? null : await ensureSubject(db, key.tenant, thing)
  const kind = ending.subject?.kind ?? null
  const name = ending.subject ? storable(ending.subject.name) : null
  const after = asJson(ending.after ?? null)
  await sql`
    insert into audit_events (tenant, event, stage, opens, actor, actor_name, as_whom, verb, subject, subject_kind,
      subject_name, path, before, after, outcome, reference, client_address, user_agent)
    select tenant, event, ${ending.stage}, false, actor, actor_name, as_whom, verb, coalesce(${subject}::bigint, subject),
      coalesce(${kind}::text, subject_kind), coalesce(${name}::text, subject_name), path, before,
      coalesce(${after}::jsonb, after), ${ending.outcome}::text, reference, client_address, user_agent
    from audit_events where tenant = ${key.tenant} and event = ${key.event} and opens`.execute(db)
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
  thing: AuditSubject,
  page: { limit: number; before?: number },
): Promise<readonly AuditEventRecord[]> {
  const subject = await findSubject(database(), tenant, thing)
  if (subject === null) return []
  // An array and not a set: the planner then looks up these few events, instead of reading the trail until it has a page.
  const rows = selectEvents(tenant, page).where(
    sql<boolean>`opening.event = any(array(select event from audit_events where subject = ${subject}))`,
  )
  return (await rows.execute()).map((row) => asRecord(tenant, row))
}

function asJson(values: AuditDraftValues | null): string | null {
  if (values === null) return null
  const said = Object.entries(values).map(([field, value]) => [
    field,
    value instanceof Sealed ? 'changed' : value,
  ])
  return storableJson(Object.fromEntries(said))
}
