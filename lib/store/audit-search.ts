// How the trail is searched: every filter a condition on the event, so that pages and their count agree.
import 'server-only'
import { sql } from 'kysely'
import type { ActorKind, AuditStage } from '../views/audit.ts'
import { asRecord, joinedEvents, selectEvents, STAGE, VERB, type AuditEventRecord } from './audit-rows.ts'
import { findSubject, type AuditSubject } from './audit-subjects.ts'
import { database } from './database.ts'

/** What is looked for; all of it has to hold. `resource` is what it was done to; of an account also what is in it. */
export type AuditFilter = {
  actor?: { id: string } | { kind: ActorKind } | undefined
  /** `device.edit`, or `device` for all of its verbs. */
  verb?: string | undefined
  resource?: AuditSubject | undefined
  stage?: AuditStage | undefined
  from?: Date | undefined
  /** The first instant that is too late. */
  until?: Date | undefined
  /** Stands in a name, a value, a reason. */
  text?: string | undefined
  reference?: string | undefined
}

type Page = { limit: number; before?: number | undefined }

/** The events of a tenant that match, newest first, before the place `before`. @throws Unavailable */
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

/** How many match, counted no further than to `most`. @throws Unavailable */
export async function countAuditEvents(tenant: string, filter: AuditFilter, most: number): Promise<number> {
  const conditions = await conditionsOf(tenant, filter)
  const found = joinedEvents(tenant).where(conditions).select('opening.seq').limit(most)
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

/** The event that has put `event` back, or null. @throws Unavailable */
export async function findRevertOf(tenant: string, event: string): Promise<string | null> {
  const rows = database().selectFrom('audit_events').select('event').where('tenant', '=', tenant)
  const row = await rows.where('undoes', '=', event).where('stage', '=', 'done').executeTakeFirst()
  return row?.event ?? null
}

/** Who is in the trail without being one of the team any more, by the name they bore last. @throws Unavailable */
export async function lastActorName(tenant: string, person: string): Promise<string | null> {
  const rows = database().selectFrom('audit_events').select('actor_name').where('tenant', '=', tenant)
  const row = await rows.where('actor', '=', person).orderBy('seq', 'desc').limit(1).executeTakeFirst()
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

/** An array and not a set: the planner then looks up these few events, instead of reading the trail until it has a page. */
async function aboutCondition(tenant: string, resource: AuditSubject) {
  const subject = await findSubject(database(), tenant, resource)
  if (subject === null) return sql`false`
  const column = sql.ref(resource.kind === 'account' ? 'account' : 'subject')
  return sql`opening.event = any(array(select event from audit_events where ${column} = ${subject}))`
}

function textCondition(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const places = [
    sql`opening.actor_name`,
    sql`opening.as_whom`,
    sql`opening.reason`,
    sql`opening.ticket`,
    sql`coalesce(ending.subject_name, opening.subject_name)`,
    sql`opening.path::text`,
    sql`opening.before::text`,
    sql`coalesce(ending.after, opening.after)::text`,
  ]
  return sql`(${sql.join(
    places.map((context) => sql`${context} ilike ${like}`),
    sql` or `,
  )})`
}
