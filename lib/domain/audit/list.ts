// Reads the audit log: one page, one event, and the history of a resource.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { log } from '../../log.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import {
  countAuditEvents,
  findAuditEvent,
  lastActorName,
  searchAuditEvents,
  findRevertOf,
} from '../../store/audit-search.ts'
import { laterFactsOf, type LaterFacts } from '../../store/audit-later.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { listMembers } from '../../store/members.ts'
import { dayIn } from '../../views/audit-day.ts'
import { oneLine } from '../../views/audit-line.ts'
import type { AuditEvent, AuditHistory, AuditPage, AuditQuery, AuditRow } from '../../views/audit.ts'
import { permit, verbsOf } from '../permission.ts'
import { resolveSubject, type AboutKind } from './subject.ts'
import { filterOf, isUuid } from './filter.ts'
import { notRevertedBy, rowOf } from './present.ts'
import { settleForView } from './settle.ts'
import { revertible } from './revertible.ts'

const PAGE = 50
/** Counting further would make the page slow. */
const MOST_COUNTED = 1_000
const HISTORY = 8

/**
 * A page of the audit log, newest first. Its days are those of `zone`.
 * @throws Forbidden, NotFound, Unavailable
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
  const pageEvents = events.slice(0, PAGE)
  const rows = await present(viewer, pageEvents, members)
  const people = members.map(({ id, name }) => ({ person: id, name: oneLine(name) }))
  const named = { who: await nameOf(tenant, query.who, people), about: nameOfAbout(rows, query.about) }
  return {
    rows,
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
    next: events.length > PAGE ? (pageEvents.at(-1)?.seq ?? null) : null,
    query,
    named,
    people,
    today: dayIn(zone, new Date()),
  }
}

/**
 * One event with all details. An event without an outcome is settled first, if that is possible at once.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findEvent(viewer: Viewer, event: string): Promise<AuditEvent> {
  permit(viewer, 'audit.read')
  const record = await recordOf(viewer, event)
  if (record.stage !== 'began') return presentEvent(viewer, record)
  await settleForView(viewer.session.record.tenant, record)
  return presentEvent(viewer, await recordOf(viewer, event))
}

/**
 * The event of this id in the viewer's audit log.
 * @throws NotFound, Unavailable
 */
export async function recordOf({ session }: Viewer, event: string): Promise<AuditEventRecord> {
  const found = isUuid(event) ? await findAuditEvent(session.record.tenant, event) : null
  if (found === null) throw new NotFound()
  return found
}

/**
 * An event as its page shows it.
 * @throws Unavailable
 */
export async function presentEvent(viewer: Viewer, event: AuditEventRecord): Promise<AuditEvent> {
  const { tenant } = viewer.session.record
  const [undoneBy, members] = await Promise.all([findRevertOf(tenant, event.event), listMembers(tenant)])
  const [row] = await present(viewer, [event], members)
  if (row === undefined) throw new NotFound()
  const { userAgent, undoes, settledAt } = event
  return {
    ...row,
    agent: userAgent === null ? null : oneLine(userAgent),
    undoes,
    undoneBy,
    settledAt: settledAt?.toISOString() ?? null,
    left: notRevertedBy(event),
    obstacle: obstacleTo(event),
  }
}

/**
 * The newest events of the resource of `kind` behind a proxy id, at most `most`; for an account also the
 * events inside it. Sends nothing to Kazoo.
 * @throws Forbidden; NotFound, also for an id of another kind; Unavailable
 */
export async function historyOf(
  viewer: Viewer,
  kind: AboutKind,
  id: string,
  most = HISTORY,
): Promise<AuditHistory> {
  permit(viewer, 'audit.read')
  const resource = await resolveSubject(viewer, id)
  if (resource.kind !== kind) throw new NotFound()
  const events = await searchAuditEvents(viewer.session.record.tenant, { resource }, { limit: most + 1 })
  const rows = await present(viewer, events.slice(0, most))
  return { rows, more: events.length > most, about: id }
}

/**
 * The history for the page of a resource, which also renders without it: `found` never rejects, and resolves
 * to null when the history cannot be read. Returns null to roles that may not read the audit log.
 */
export function historyForPage(
  viewer: Viewer,
  kind: AboutKind,
  id: string,
  most = HISTORY,
): { found: Promise<AuditHistory | null>; about: string } | null {
  if (!verbsOf(viewer.session.record).includes('audit.read')) return null
  const found = historyOf(viewer, kind, id, most).catch((error: unknown) => {
    log.warn('a history could not be read', { error, reference: viewer.request.reference })
    return null
  })
  return { found, about: id }
}

type Named = { id: string; name: string }

/** The rows of events. `members` are those of the team, for the links to them. */
async function present(
  { session }: Viewer,
  events: readonly AuditEventRecord[],
  members: readonly Named[] = [],
): Promise<AuditRow[]> {
  const { tenant } = session.record
  const later = await laterFactsOf(
    tenant,
    events.map(({ event }) => event),
  )
  const mayRevert = verbsOf(session.record).includes('audit.revert')
  return withProxyIds(session, (issue) =>
    events.map((event) => {
      const { reverted, removed } = later.get(event.event) ?? NOTHING_SINCE
      const undoable = mayRevert && !reverted && !removed && obstacleTo(event) === null
      return rowOf(event, issue, { gone: removed, undoable, member: memberOf(event, members) })
    }),
  )
}

const NOTHING_SINCE: LaterFacts = { reverted: false, removed: false }

/** Why the log alone says that no field of an event can be reverted; null where one can. */
function obstacleTo(event: AuditEventRecord): AuditEvent['obstacle'] {
  const { why, fields } = revertible(event)
  return why ?? (fields.every((field) => field.why !== null) ? 'fields' : null)
}

/** The member that an event is about: the actor of their own profile, or the only one of that name. */
function memberOf({ subject, verb, actor }: AuditEventRecord, members: readonly Named[]): string | null {
  if (subject?.kind !== 'member') return null
  const own = verb.startsWith('profile.')
  const found = members.filter(({ id, name }) => (own ? id === actor.member : name === subject.name))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

async function nameOf(tenant: string, who: string, people: AuditPage['people']): Promise<string | null> {
  if (!isUuid(who)) return null
  const known = people.find(({ person }) => person === who)?.name ?? (await lastActorName(tenant, who))
  return known === null ? null : oneLine(known)
}

/** The name of the filter's subject. An event inside an account has the account's name last on its path. */
function nameOfAbout([newest]: readonly AuditRow[], about: string): string | null {
  if (about === '' || newest === undefined) return null
  const { subject, path, stage, changes } = newest
  if (subject?.about !== about) return path.at(-1) ?? null
  const renamed = stage === 'done' ? changes.find(({ field }) => field === 'name')?.after : undefined
  return renamed ?? subject.name
}
