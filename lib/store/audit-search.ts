// Searches the audit log: every filter is a condition on the event, so that pages and their count agree.
import 'server-only'
import { sql } from 'kysely'
import type { ActorKind, AuditStage } from '../views/audit.ts'
import { asRecord, joinedEvents, selectEvents, STAGE, VERB, type AuditEventRecord } from './audit-rows.ts'
import { findSubject, type AuditSubject } from './audit-subjects.ts'
import { database } from './database.ts'

/**
 * The conditions of a search; all must hold. `resource` is the subject of the event; an account includes
 * everything in it.
 */
export type AuditFilter = {
  actor?: { id: string } | { kind: ActorKind } | undefined
  /** `device.edit`, or `device` for all of its verbs. */
  verb?: string | undefined
  resource?: AuditSubject | undefined
  stage?: AuditStage | undefined
  from?: Date | undefined
  /** Exclusive. */
  until?: Date | undefined
  /** Text contained in a name, a value or a reason, or a whole reference. */
  text?: string | undefined
  reference?: string | undefined
}

type Page = { limit: number; before?: number | undefined }

/** The matching events of a tenant, newest first, before the position `before`. @throws Unavailable */
export async function searchAuditEvents(
  tenant: string,
  filter: AuditFilter,
  { limit, before }: Page,
): Promise<readonly AuditEventRecord[]> {
  const conditions = await conditionsOf(tenant, filter)
  const page = { limit, ...(before !== undefined && { before }) }
  const rows = selectEvents(tenant, page).where(conditions)
  return (await rows.execute()).map((row) => asRecord(tenant, row))
}

/** The number of matching events, counted up to `most`. @throws Unavailable */
export async function countAuditEvents(tenant: string, filter: AuditFilter, limit: number): Promise<number> {
  const conditions = await conditionsOf(tenant, filter)
  const found = joinedEvents(tenant).where(conditions).select('opening.seq').limit(limit)
  const row = await database()
    .selectFrom(found.as('found'))
    .select((field) => field.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** One event of a tenant, or null. @throws Unavailable */
export async function findAuditEvent(tenant: string, event: string): Promise<AuditEventRecord | null> {
  const row = await selectEvents(tenant, { limit: 1 }).where('opening.event', '=', event).executeTakeFirst()
  return row === undefined ? null : asRecord(tenant, row)
}

/** The event that reverted `event`, or null. @throws Unavailable */
export async function findRevertOf(tenant: string, event: string): Promise<string | null> {
  const rows = database().selectFrom('audit_events').select('event').where('tenant', '=', tenant)
  const row = await rows.where('undoes', '=', event).where('stage', '=', 'done').executeTakeFirst()
  return row?.event ?? null
}

/** The last name of an actor in the audit log who is no longer a member, or null. @throws Unavailable */
export async function lastActorName(tenant: string, actor: string): Promise<string | null> {
  const rows = database().selectFrom('audit_events').select('actor_name').where('tenant', '=', tenant)
  const row = await rows.where('actor', '=', actor).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.actor_name ?? null
}

async function conditionsOf(tenant: string, filter: AuditFilter) {
  const { actor, verb, resource, stage, from, until, text, reference } = filter
  const about = resource === undefined ? undefined : await aboutCondition(tenant, resource)
  const conditions = [
    ...(actor === undefined
      ? []
      : ['id' in actor ? sql`opening.actor = ${actor.id}` : sql`opening.actor_kind = ${actor.kind}`]),
    ...(verb === undefined ? [] : [sql`(${VERB} = ${verb} or starts_with(${VERB}, ${`${verb}.`}))`]),
    ...(about === undefined ? [] : [about]),
    ...(stage === undefined ? [] : [sql`${STAGE} = ${stage}`]),
    ...(from === undefined ? [] : [sql`opening.at >= ${from}`]),
    ...(until === undefined ? [] : [sql`opening.at < ${until}`]),
    ...(reference === undefined ? [] : [sql`opening.reference = ${reference}`]),
    ...(text === undefined ? [] : [textCondition(text)]),
  ]
  return sql<boolean>`${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}`
}

/** An array makes the planner look up these few events instead of scanning the log until a page is full. */
async function aboutCondition(tenant: string, resource: AuditSubject) {
  const subject = await findSubject(database(), tenant, resource)
  if (subject === null) return sql`false`
  const column = sql.ref(resource.kind === 'account' ? 'account' : 'subject')
  return sql`opening.event = any(array(select event from audit_events where ${column} = ${subject}))`
}

function textCondition(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const columns = [
    sql`opening.actor_name`,
    sql`opening.as_whom`,
    sql`opening.reason`,
    sql`opening.ticket`,
    sql`coalesce(ending.subject_name, opening.subject_name)`,
    sql`opening.path::text`,
    sql`opening.before::text`,
    sql`coalesce(ending.after, opening.after)::text`,
  ]
  return sql`(opening.reference = ${text} or ${sql.join(
    columns.map((column) => sql`${column} ilike ${like}`),
    sql` or `,
  )})`
}
