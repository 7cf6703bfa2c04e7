// Computes the hash chain of an audit log: each hash covers the previous hash and the whole row, under a key
// that is not in the database.
import 'server-only'
import { seal, type Sealed } from '../sealed.ts'
import type { ActorKind, AuditStage } from '../views/audit.ts'
import { digest } from './envelope.ts'

/** The position of a row in its tenant's audit log, from 1 without gaps, and its hash. */
export type ChainLink = { seq: number; hash: string }

/** Before the first row. */
export const CHAIN_START: ChainLink = { seq: 0, hash: '' }

/**
 * The content of a row that its hash covers. Subjects are represented by digest, because row numbers prove
 * nothing.
 */
export type ChainRow = {
  tenant: string
  at: Date
  event: string
  stage: AuditStage
  opens: boolean
  actor: string | null
  actor_kind: ActorKind
  actor_name: string
  as_whom: string | null
  impersonation: string | null
  mode: string | null
  reason: string | null
  ticket: string | null
  verb: string
  subject: string | null
  account: string | null
  subject_kind: string | null
  subject_name: string | null
  path: unknown
  before: unknown
  after: unknown
  outcome: string | null
  reference: string
  client_address: string | null
  user_agent: string | null
  undoes: string | null
}

/** A stored row with its position. */
export type FoundRow = ChainRow & ChainLink

/** The order is part of the hash: a new column goes to the end, under a new version. */
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
 * The hash of `row` in the position after `before`: HMAC-SHA256 in hex. It cannot be computed from the
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

/** JSON with sorted keys, so that a value is the same after it was stored as jsonb. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
