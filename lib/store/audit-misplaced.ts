// Tells rows that were moved from rows that were changed, among those whose hash is wrong.
import 'server-only'
import type { Sealed } from '../sealed.ts'
import { hashOf, type FoundRow, type ChainLink } from './audit-chain.ts'

/** A flaw at a position. `missing`: the rows from `seq` to `to`. `reordered`: the row belongs at `to`. */
export type AuditFlaw =
  | { what: 'missing'; seq: number; to: number }
  | { what: 'changed'; seq: number }
  | { what: 'reordered'; seq: number; to: number }
  | { what: 'beyond'; seq: number }
  | { what: 'end' }
  | { what: 'anchor' }
export type Suspect = { row: FoundRow; before: ChainLink }

/** How many rows are compared with each other at most. */
const MAX_COMPARED = 40

/**
 * The flaw of each row: it fits at the position of another row (by its own hash, or the one stored there), or
 * it was changed.
 */
export function misplaced(key: Sealed<'key'>, suspects: readonly Suspect[]): readonly AuditFlaw[] {
  const compared = suspects.length <= MAX_COMPARED ? suspects : []
  const hashes = new Set(compared.map(({ row }) => row.hash))
  return suspects.map(({ row }): AuditFlaw => {
    const match = compared.find(
      ({ row: candidate, before }) =>
        candidate.seq !== row.seq &&
        // The row before that position may have been moved as well.
        [before.hash, ...hashes].some((hash) => {
          const fits = hashOf(key, { seq: candidate.seq - 1, hash }, row)
          return fits === row.hash || fits === candidate.hash
        }),
    )
    if (match === undefined) return { what: 'changed', seq: row.seq }
    return { what: 'reordered', seq: row.seq, to: match.row.seq }
  })
}
