// Chains the rows of an audit log: each has a hash over the row before it and its own content, under a key
// that is not in the database.
import 'server-only'
import type { Selectable } from 'kysely'
import { seal, type Sealed } from '../sealed.ts'
import type { AuditTables } from './audit-schema.ts'
import { digest } from './envelope.ts'

/** The position of a row in the audit log of its tenant, from 1, without gaps; and its hash. */
export type ChainLink = { seq: number; hash: string }

/** The hash before the first row. */
export const CHAIN_START: ChainLink = { seq: 0, hash: '' }

/** A row as it is hashed: its subject is given by digest, because row numbers prove nothing. */
export type ChainRow = Omit<
  Selectable<AuditTables['audit_events']>,
  'id' | 'seq' | 'hash' | 'subject' | 'account' | 'path' | 'before' | 'after'
> & { subject: string | null; account: string | null; path: unknown; before: unknown; after: unknown }

/** A row with its position, as stored in the database. */
export type FoundRow = ChainRow & ChainLink

/** Their order is part of the hash: a new column is added at the end, under another version. */
const COLUMNS = [
  'tenant',
  'at',
  'event',
  'stage',
  'opens',
  'actor',
  'actor_kind',
  'actor_name',
  'as_whom',
  'impersonation',
  'mode',
  'reason',
  'ticket',
  'verb',
  'subject',
  'account',
  'subject_kind',
  'subject_name',
  'path',
  'before',
  'after',
  'outcome',
  'reference',
  'client_address',
  'user_agent',
  'undoes',
] as const satisfies readonly (keyof ChainRow)[]
const VERSION = 1

/**
 * The hash of `row` at the position after `before`: HMAC-SHA256 in hex. Nobody can create one with the
 * database alone.
 */
export function hashOf(key: Sealed<'key'>, before: ChainLink, row: ChainRow): string {
  const parts = COLUMNS.map((column) => canonical(row[column]))
  const text = `[${[VERSION, JSON.stringify(before.hash), before.seq + 1, ...parts].join(',')}]`
  return digest(key, 'audit row', seal<'audit row'>(text))
}

/**
 * Proves that the portal itself wrote the end of an audit log, or the position where it was cut: HMAC-SHA256
 * in hex.
 */
export function macOf(key: Sealed<'key'>, what: 'head' | 'anchor', tenant: string, link: ChainLink): string {
  return digest(key, `audit ${what}`, seal<'audit link'>(JSON.stringify([tenant, link.seq, link.hash])))
}

/** JSON with sorted keys, because jsonb does not keep their order. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
