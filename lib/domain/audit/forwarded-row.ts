// A row of the audit log as it leaves the portal: JSON in one line, names in one line, with its place and
// hash for whoever checks that none is missing.
import 'server-only'
import type { FoundRow } from '../../store/audit-chain.ts'
import { kindOfToday, outcomeOfToday, verbNamedToday } from '../../store/audit-old-names.ts'
import { oneLine } from '../../views/audit-line.ts'

/**
 * A row for others: a log keeper or a program. `row` and `hash` are its place in the chain; an event has a
 * row when it begins and one when it ended.
 */
export type ForwardedRow = ReturnType<typeof forwardedRow>

/** The line of a row. */
export function forwardedRow(row: FoundRow) {
  return {
    row: row.seq,
    hash: row.hash,
    at: row.at.toISOString(),
    event: row.event,
    stage: row.stage,
    who: { kind: row.actor_kind, name: oneLine(row.actor_name) },
    impersonation:
      row.impersonation === null
        ? null
        : {
            asWhom: named(row.as_whom),
            mode: row.mode,
            reason: named(row.reason),
            ticket: named(row.ticket),
          },
    verb: verbNamedToday(row.verb),
    subject:
      row.subject_kind === null
        ? null
        : { kind: kindOfToday(row.subject_kind), name: named(row.subject_name) },
    path: Array.isArray(row.path) ? row.path.map((name) => oneLine(String(name))) : [],
    before: row.before,
    after: row.after,
    why: outcomeOfToday(row.outcome),
    reference: row.reference,
    address: row.client_address,
    browser: named(row.user_agent),
    undoes: row.undoes,
  }
}

function named(text: string | null): string | null {
  return text === null ? null : oneLine(text)
}
