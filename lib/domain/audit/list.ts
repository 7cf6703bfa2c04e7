// Reading the audit log: a page of it, one event, and the history of a thing.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { log } from '../../log.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import {
  countAuditEvents,
  findAuditEvent,
  nameOfPerson,
  searchAuditEvents,
  undoingOf,
} from '../../store/audit-search.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { listMembers } from '../../store/members.ts'
import { oneLine } from '../../views/audit-line.ts'
import type { AuditEvent, AuditHistory, AuditPage, AuditQuery, AuditRow } from '../../views/audit.ts'
import { permit, verbsOf } from '../permission.ts'
import { thingOf, type AboutKind } from './subject.ts'
import { filterOf, isUuid } from './filter.ts'
import { leftBy, rowOf } from './present.ts'
import { settleBeforeLook } from './settle.ts'
import { revertible } from './revertible.ts'

const PAGE = 50
/** Counting further takes time that nobody wants to wait. */
const MOST_COUNTED = 1_000
const HISTORY = 8

/**
 * A page of the audit log, newest first. Its days are those of `zone`. @throws Forbidden, NotFound,
 * Unavailable
 */
export async function listEvents(viewer: Viewer, query: AuditQuery, zone: string): Promise<AuditPage> {
  permit(viewer, 'audit.read')
  const { tenant } = viewer.session.record
  const filter = await filterOf(viewer, query, zone)
  const page = { limit: PAGE + 1, before: query.before ?? undefined }
  const [events, count, members] = await Promise.all([
    searchAuditEvents(tenant, filter, page),
    countAuditEvents(tenant, filter, MOST_COUNTED + 1),
    listMembers(tenant),
  ])
  const shown = events.slice(0, PAGE)
  const rows = await present(viewer, shown)
  const people = members.map(({ id, name }) => ({ person: id, name: oneLine(name) }))
  const named = { who: await nameOf(tenant, query.who, people), about: nameOfAbout(rows, query.about) }
  return {
    rows,
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
    next: events.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
    query,
    named,
    people,
  }
}

/**
 * One event with all there is. One without an outcome is settled first, if that can be done at once. @throws
 * Forbidden, NotFound, Unavailable
 */
export async function findEvent(viewer: Viewer, event: string): Promise<AuditEvent> {
  permit(viewer, 'audit.read')
  const record = await recordOf(viewer, event)
  if (record.stage !== 'began') return presentEvent(viewer, record)
  await settleBeforeLook(viewer.session.record.tenant, record)
  return presentEvent(viewer, await recordOf(viewer, event))
}

/** The event of this id in the viewer's audit log. @throws NotFound, Unavailable */
export async function recordOf({ session }: Viewer, event: string): Promise<AuditEventRecord> {
  const found = isUuid(event) ? await findAuditEvent(session.record.tenant, event) : null
  if (found === null) throw new NotFound()
  return found
}

/** An event as its page shows it. @throws Unavailable */
export async function presentEvent(viewer: Viewer, event: AuditEventRecord): Promise<AuditEvent> {
  const undoneBy = await undoingOf(viewer.session.record.tenant, event.event)
  const row = await withProxyIds(viewer.session, (issue) => rowOf(event, issue))
  const { userAgent, undoes, settledAt } = event
  const agent = userAgent === null ? null : oneLine(userAgent)
  const { why, fields } = revertible(event)
  const none = why === null && fields.every((field) => field.why !== null)
  return {
    ...row,
    agent,
    undoes,
    undoneBy,
    settledAt: settledAt?.toISOString() ?? null,
    left: leftBy(event),
    undoable: undoneBy === null && why === null && !none,
    obstacle: none ? 'fields' : why,
  }
}

/**
 * The newest of what was done to the thing of `kind` behind a proxy id; of an account also what was done in
 * it. It asks nothing of Kazoo, and `kind` says what the page is about. @throws Forbidden, NotFound,
 * Unavailable
 */
export async function historyOf(viewer: Viewer, kind: AboutKind, id: string): Promise<AuditHistory> {
  permit(viewer, 'audit.read')
  const thing = await thingOf(viewer, id)
  if (thing.kind !== kind) throw new NotFound()
  const events = await searchAuditEvents(viewer.session.record.tenant, { thing }, { limit: HISTORY + 1 })
  const rows = await present(viewer, events.slice(0, HISTORY))
  return { rows, more: events.length > HISTORY, about: id }
}

/**
 * The same for the page of the thing, which is there without it: `found` never throws, and is null when it
 * cannot be read now. Null for who may not see it.
 */
export function historyBeside(
  viewer: Viewer,
  kind: AboutKind,
  id: string,
): { found: Promise<AuditHistory | null>; about: string } | null {
  if (!verbsOf(viewer.session.record).includes('audit.read')) return null
  const found = historyOf(viewer, kind, id).catch((error: unknown) => {
    log.warn('a history could not be read', { error, reference: viewer.request.reference })
    return null
  })
  return { found, about: id }
}

async function present({ session }: Viewer, events: readonly AuditEventRecord[]): Promise<AuditRow[]> {
  return withProxyIds(session, (issue) => events.map((event) => rowOf(event, issue)))
}

async function nameOf(tenant: string, who: string, people: AuditPage['people']): Promise<string | null> {
  if (!isUuid(who)) return null
  const known = people.find(({ person }) => person === who)?.name ?? (await nameOfPerson(tenant, who))
  return known === null ? null : oneLine(known)
}

/** What happened in an account names it last on its path. */
function nameOfAbout([newest]: readonly AuditRow[], about: string): string | null {
  if (about === '' || newest === undefined) return null
  const { subject, path, stage, changes } = newest
  if (subject?.about !== about) return path.at(-1) ?? null
  const renamed = stage === 'done' ? changes.find(({ field }) => field === 'name')?.after : undefined
  return renamed ?? subject.name
}
