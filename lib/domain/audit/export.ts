// Exports the audit log: CSV for spreadsheets, JSON Lines for programs, streamed page by page.
import 'server-only'
import { stringify } from 'csv-stringify/sync'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { searchAuditEvents } from '../../store/audit-search.ts'
import { oneLine } from '../../views/audit-line.ts'
import { auditQueryText, type AuditQuery, type ExportFormat } from '../../views/audit.ts'
import { recorded } from './record.ts'
import { permit } from '../permission.ts'
import { filterOf } from './filter.ts'
import { changesIn } from './present.ts'

const PAGE = 500

/**
 * A prefix that a spreadsheet reads as a formula (docs/security.md row 20): half-width or full-width, after
 * any blanks.
 */
const FORMULA = /^[\s\u3000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * All matching events, newest first, in chunks. The export itself is logged before the first chunk, with
 * format and filter.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function* exportEvents(
  viewer: Viewer,
  query: AuditQuery,
  zone: string,
  format: ExportFormat,
): AsyncGenerator<string> {
  permit(viewer, 'audit.export')
  const { tenant, tenantName } = viewer.session.record
  const filter = await filterOf(viewer, query, zone)
  // A proxy id means nothing outside this session; its prefix still names the kind.
  const filterText = auditQueryText({ ...query, about: query.about.slice(0, 3), before: null })
  const change = {
    subject: { kind: 'tenant', name: tenantName, resource: null },
    path: [],
    before: null,
    after: { format, filter: filterText },
  }
  await recorded(viewer, 'audit.export', change, () => Promise.resolve())
  yield format === 'csv' ? stringify([COLUMNS], { bom: true, record_delimiter: 'windows' }) : ''
  for (let before: number | undefined; ;) {
    const events = await searchAuditEvents(tenant, filter, { limit: PAGE, before })
    if (events.length > 0) yield format === 'csv' ? csvOf(events) : linesOf(events)
    before = events.at(-1)?.seq
    if (events.length < PAGE) return
  }
}

const COLUMNS = [
  'row',
  'at',
  'event',
  'who',
  'who_is',
  'as_whom',
  'reason',
  'ticket',
  'verb',
  'subject_kind',
  'subject',
  'path',
  'before',
  'after',
  'outcome',
  'why',
  'address',
  'browser',
  'reference',
  'undoes',
  'settled_at',
] as const
type Column = (typeof COLUMNS)[number]

function csvOf(events: readonly AuditEventRecord[]): string {
  const rows = events.map((event) => {
    const cells = cellsOf(event)
    return COLUMNS.map((column) => neutral(cells[column]))
  })
  return stringify(rows, { record_delimiter: 'windows' })
}

function cellsOf(event: AuditEventRecord): Record<Column, string> {
  const { actor, impersonation, subject } = event
  const side = (which: 'before' | 'after') =>
    changesIn(event)
      .map((change) => `${change.field}: ${change.secret ? 'changed' : (change[which] ?? '')}`)
      .join('; ')
  return {
    row: String(event.seq),
    at: event.at.toISOString(),
    event: event.event,
    who: actor.name,
    who_is: actor.kind,
    as_whom: impersonation?.targetName ?? '',
    reason: impersonation?.reason ?? '',
    ticket: impersonation?.ticket ?? '',
    verb: event.verb,
    subject_kind: subject?.kind ?? '',
    subject: subject?.name ?? '',
    path: event.path.join(' / '),
    before: event.before === null ? '' : side('before'),
    after: event.after === null ? '' : side('after'),
    outcome: event.stage,
    why: event.outcome ?? '',
    address: event.clientAddress ?? '',
    browser: event.userAgent ?? '',
    reference: event.reference,
    undoes: event.undoes ?? '',
    settled_at: event.settledAt?.toISOString() ?? '',
  }
}

/** A cell that no spreadsheet evaluates. */
function neutral(text: string): string {
  const line = oneLine(text)
  return FORMULA.test(line) ? `'${line}` : line
}

function linesOf(events: readonly AuditEventRecord[]): string {
  return events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join('')
}

/** Values stay unchanged; only names become one line, so that they print safely. */
function lineOf({ seq, subject, actor, path, userAgent, clientAddress, ...event }: AuditEventRecord) {
  return {
    row: seq,
    at: event.at.toISOString(),
    event: event.event,
    who: { name: oneLine(actor.name), kind: actor.kind },
    impersonation: event.impersonation,
    verb: event.verb,
    subject: subject === null ? null : { kind: subject.kind, name: oneLine(subject.name) },
    path: path.map(oneLine),
    before: event.before,
    after: event.after,
    outcome: event.stage,
    why: event.outcome,
    address: clientAddress,
    browser: userAgent === null ? null : oneLine(userAgent),
    reference: event.reference,
    undoes: event.undoes,
    settled_at: event.settledAt?.toISOString() ?? null,
  }
}
