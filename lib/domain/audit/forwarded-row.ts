// Formats a row of the audit log for receivers outside the portal: one line of JSON, one-line names, row
// number and hash.
import 'server-only'
import type { FoundRow } from '../../store/audit-chain.ts'
import { currentKind, currentOutcome, currentVerb } from '../../store/audit-old-names.ts'
import { oneLine } from '../../views/audit-line.ts'

/**
 * A row for an external log server or program. `row` and `hash` are its position in the hash chain; an event
 * has one row when it begins and one when it ends.
 */
export type ForwardedRow = ReturnType<typeof forwardedRow>

/** Formats one row. */
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
    verb: currentVerb(row.verb),
    subject:
      row.subject_kind === null
        ? null
        : { kind: currentKind(row.subject_kind), name: named(row.subject_name) },
    path: Array.isArray(row.path) ? row.path.map((name) => oneLine(String(name))) : [],
    before: row.before,
    after: row.after,
    why: currentOutcome(row.outcome),
    reference: row.reference,
    address: row.client_address,
    browser: named(row.user_agent),
    undoes: row.undoes,
  }
}

function named(text: string | null): string | null {
  return text === null ? null : oneLine(text)
}
