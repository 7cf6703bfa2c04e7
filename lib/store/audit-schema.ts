// The tables of the audit log, as types for Kysely.
import 'server-only'
import type { Generated } from 'kysely'
import type { ActorKind, AuditStage, ForwardingKind } from '../views/audit.ts'
import type { Instant, Json } from './columns.ts'
import type { Envelope } from './envelope.ts'

export type AuditTables = {
  audit_subjects: AuditSubjectTable
  audit_events: AuditEventTable
  audit_heads: AuditHeadTable
  audit_settings: { tenant: string; retention_days: number | null }
  audit_sinks: AuditSinkTable
  audit_unfinished: AuditUnfinishedTable
}

/** The kinds of Kazoo resource that an audit event can be about. */
export type SubjectKind = 'account' | 'user' | 'device' | 'vmbox'
/**
 * The values that the audit log may store before and after a change: our own text; a secret only as the word
 * `changed`.
 */
export type AuditValue =
  | string
  | number
  | boolean
  | null
  | readonly AuditValue[]
  | { readonly [key: string]: AuditValue }
export type AuditValues = { readonly [field: string]: AuditValue }

type AuditSubjectTable = {
  id: Generated<number>
  tenant: string
  kind: SubjectKind
  digest: string
  ref_sealed: Envelope
}

type AuditEventTable = {
  id: Generated<number>
  seq: number
  hash: string
  at: Date
  tenant: string
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
  account: number | null
  subject_kind: string | null
  subject: number | null
  subject_name: string | null
  path: Json<readonly string[]>
  before: Json<AuditValues> | null
  after: Json<AuditValues> | null
  outcome: string | null
  reference: string
  client_address: string | null
  user_agent: string | null
  undoes: string | null
}

type AuditHeadTable = {
  tenant: string
  seq: number
  hash: string
  mac: string
  anchor_seq: Generated<number>
  anchor_hash: Generated<string>
  anchor_mac: string | null
}

type AuditSinkTable = {
  tenant: string
  kind: ForwardingKind
  address: string
  secret_sealed: Envelope | null
  cursor: number
  attempts: Generated<number>
  due_at: Instant
  sent_at: Date | null
  failed_at: Date | null
  last_error: string | null
}

type AuditUnfinishedTable = {
  event: string
  tenant: string
  began_at: Date
  due_at: Date
  claimed_until: Date | null
  tries: Generated<number>
}
