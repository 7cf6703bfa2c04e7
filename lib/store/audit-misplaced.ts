// Of rows whose hash does not fit: which are at the place of another, and which say something else than they did.
import 'server-only'
import type { Sealed } from '../sealed.ts'
import { hashOf, type FoundRow, type ChainLink } from './audit-chain.ts'

/** What is wrong at a place; `missing` up to and with `to`, `reordered`: the row there belongs at `to`. */
export type AuditFlaw =
  | { what: 'missing'; seq: number; to: number }
  | { what: 'changed'; seq: number }
  | { what: 'reordered'; seq: number; to: number }
  | { what: 'beyond'; seq: number }
  | { what: 'end' }
  | { what: 'anchor' }
export type Suspect = { row: FoundRow; before: ChainLink }

/** So many are tried against each other. */
const MOST = 40

/** The flaw of each row: it fits at the place of another (by the hash that it, or the one there, bears), or it was changed. */
export function misplaced(key: Sealed<'key'>, suspects: readonly Suspect[]): readonly AuditFlaw[] {
  const tried = suspects.length <= MOST ? suspects : []
  const hashes = new Set(tried.map(({ row }) => row.hash))
  return suspects.map(({ row }): AuditFlaw => {
    const home = tried.find(
      ({ row: there, before }) =>
        there.seq !== row.seq &&
        // What stood before that place may itself be one of those that were moved.
        [before.hash, ...hashes].some((hash) => {
          const fits = hashOf(key, { seq: there.seq - 1, hash }, row)
          return fits === row.hash || fits === there.hash
        }),
    )
    if (home === undefined) return { what: 'changed', seq: row.seq }
    return { what: 'reordered', seq: row.seq, to: home.row.seq }
  })
}
