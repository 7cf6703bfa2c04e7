// The trail: who did what, as whom, to what, with what outcome. Rows are added and read; no change of them exists.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Unavailable } from '../errors.ts'
import { Sealed } from '../sealed.ts'
import { ensureSubject, findSubject, openSubject, type AuditSubject } from './audit-subjects.ts'
import { database } from './database.ts'
import type { AuditStage, AuditValue, AuditValues } from './schema.ts'
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
  subject: { name: string; kind: string; thing: AuditSubject | null } | null
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
  subject?: AuditDraft['subject']
}

/** One event with its outcome. `stage` stays `began` when no outcome was written: it may or may not have been done. */
export type AuditEventRecord = {
  /** The place in the trail: `before` of the next page. */
  id: number
  event: string
  at: Date
  stage: AuditStage
  actor: { member: string | null; name: string }
  asWhom: string | null
  verb: string
  subject: AuditDraft['subject']
  path: readonly string[]
  before: AuditValues | null
  after: AuditValues | null
  outcome: string | null
  reference: string
  clientAddress: string | null
  userAgent: string | null
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
  return (await select(tenant, page).execute()).map((row) => asRecord(tenant, row))
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
  const rows = select(tenant, page).where(
    sql<boolean>`opening.event = any(array(select event from audit_events where subject = ${subject}))`,
  )
  return (await rows.execute()).map((row) => asRecord(tenant, row))
}

function select(tenant: string, page: { limit: number; before?: number }) {
  const rows = database()
    .selectFrom('audit_events as opening')
    .leftJoin('audit_events as ending', (join) =>
      join.onRef('ending.event', '=', 'opening.event').on('ending.opens', '=', false),
    )
    .leftJoin('audit_subjects as thing', (join) =>
      join.on('thing.id', '=', sql<number>`coalesce(ending.subject, opening.subject)`),
    )
    .where('opening.tenant', '=', tenant)
    .where('opening.opens', '=', true)
    .select(['opening.id', 'opening.event', 'opening.at', 'opening.actor', 'opening.actor_name'])
    .select(['opening.as_whom', 'opening.verb', 'opening.path', 'opening.before', 'opening.reference'])
    .select(['opening.client_address', 'opening.user_agent'])
    .select(['thing.kind as thing_kind', 'thing.digest as thing_digest', 'thing.ref_sealed as thing_sealed'])
    .select((field) => [
      field.fn.coalesce('ending.stage', 'opening.stage').as('stage'),
      field.fn.coalesce('ending.after', 'opening.after').as('after'),
      field.fn.coalesce('ending.outcome', 'opening.outcome').as('outcome'),
      field.fn.coalesce('ending.subject_kind', 'opening.subject_kind').as('subject_kind'),
      field.fn.coalesce('ending.subject_name', 'opening.subject_name').as('subject_name'),
    ])
    .orderBy('opening.id', 'desc')
    .limit(page.limit)
  return page.before === undefined ? rows : rows.where('opening.id', '<', page.before)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function asRecord(tenant: string, row: Row): AuditEventRecord {
  return {
    id: row.id,
    event: row.event,
    at: row.at,
    stage: row.stage,
    actor: { member: row.actor, name: row.actor_name },
    asWhom: row.as_whom,
    verb: row.verb,
    subject: subjectOf(tenant, row),
    path: row.path,
    before: row.before,
    after: row.after,
    outcome: row.outcome,
    reference: row.reference,
    clientAddress: row.client_address,
    userAgent: row.user_agent,
  }
}

function subjectOf(tenant: string, row: Row): AuditDraft['subject'] {
  if (row.subject_kind === null) return null
  const { thing_kind: kind, thing_digest: digested, thing_sealed: text } = row
  const nothing = kind === null || digested === null || text === null
  const thing = nothing ? null : openSubject(tenant, kind, digested, text)
  return { kind: row.subject_kind, name: row.subject_name ?? '', thing }
}

function asJson(values: AuditDraftValues | null): string | null {
  if (values === null) return null
  const said = Object.entries(values).map(([field, value]) => [
    field,
    value instanceof Sealed ? 'changed' : value,
  ])
  return storableJson(Object.fromEntries(said))
}
