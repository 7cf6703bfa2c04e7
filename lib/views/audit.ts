// The view types of the audit log: actor, impersonation, subject, address and outcome of events.
import type { MessageKey } from '../i18n/message-key.ts'

export const OUTCOMES = ['done', 'failed', 'began', 'unknown'] as const
/** `began`: the outcome is not known yet. `unknown`: the portal has searched, and cannot find it out. */
export type AuditStage = (typeof OUTCOMES)[number]

/** The verbs of changes that need no permission of their own, but are told apart in the log. */
export type AuditOnlyVerb =
  | 'connection.disconnect'
  | 'connection.keep'
  | 'impersonation.policy'
  | 'mailDomain.add'
  | 'mailDomain.remove'
  | 'member.resume'
  | 'user.recovery'
  | 'vmbox.edit'
  | 'vmbox.remove'

/** The actor: a team member, a customer, an operator at the command line, or an unknown client. */
export type ActorKind = 'member' | 'customer' | 'operator' | 'nobody'

/**
 * A field before and after, as text; null: unknown on that side. `secret`: neither is shown, only that it
 * changed.
 */
export type AuditChange = { field: string; before: string | null; after: string | null; secret: boolean }

/** The impersonation in which a member acted. */
export type AuditImpersonation = { targetName: string; mode: string; reason: string; ticket: string | null }

/**
 * A row of the audit log. Every text is one line. `seq` is its position; `person` finds all events of the
 * same actor; `about` (a proxy id) those of the same subject, which was deleted since if it is `gone`, and
 * `member` is the team member of that name. `undoable`: the viewer may revert it, and it can be reverted.
 */
export type AuditRow = {
  event: string
  seq: number
  at: string
  stage: AuditStage
  /** Why it failed: a key of the catalogue, or an operator's text. */
  outcome: string | null
  actor: { name: string; kind: ActorKind; person: string | null }
  impersonation: AuditImpersonation | null
  verb: string
  subject: AuditSubjectView | null
  path: readonly string[]
  changes: readonly AuditChange[]
  reference: string
  address: string | null
  undoable: boolean
}

/** What an event is about. */
export type AuditSubjectView = {
  kind: string
  name: string
  about: string | null
  gone: boolean
  member: string | null
}

/** Why a field cannot be reverted. `same`: it has its old value already. `left`: it could have been. */
export const FIELD_OBSTACLES = ['secret', 'changed', 'same', 'unwritable', 'left'] as const
export type FieldObstacle = (typeof FIELD_OBSTACLES)[number]
/**
 * Why an event cannot be reverted at all. `fields`: there is an obstacle for every field. `thing`: the log
 * does not have the subject. `kind`: it is no change of fields. `open`: the outcome is unknown.
 */
export type EventObstacle = 'created' | 'removed' | 'failed' | 'open' | 'kind' | 'thing' | 'gone' | 'fields'
/** A field that a revert left unchanged. */
export type AuditLeft = { field: string; why: FieldObstacle }

/**
 * One event with all details: its browser, when the portal settled it, what it reverts and left unchanged,
 * the event that reverted it, and why it cannot be reverted.
 */
export type AuditEvent = AuditRow & {
  agent: string | null
  undoes: string | null
  undoneBy: string | null
  settledAt: string | null
  left: readonly AuditLeft[]
  obstacle: EventObstacle | null
}

/**
 * The filter of the audit log, as in its address. Days are `yyyy-mm-dd` in the reader's zone. `before` is the
 * position to continue from.
 */
export type AuditQuery = {
  who: string
  verb: string
  about: string
  outcome: AuditStage | ''
  from: string
  to: string
  text: string
  reference: string
  before: number | null
}

/**
 * One page: `count` events match the query, or more than that if `more` is set; `next` is where the next page
 * continues.
 */
export type AuditPage = {
  rows: readonly AuditRow[]
  count: number
  more: boolean
  next: number | null
  query: AuditQuery
  /** The names for `who` and `about`; null without a match. */
  named: { who: string | null; about: string | null }
  people: readonly { person: string; name: string }[]
  /** The reader's day, `yyyy-mm-dd`. */
  today: string
}

/** The newest events of one resource, and whether there are more, at `?about=`. */
export type AuditHistory = { rows: readonly AuditRow[]; more: boolean; about: string }

/** A field of a revert: the value now, and the one from before; null where unknown. `why`: the obstacle. */
export type RevertedField = {
  field: string
  now: string | null
  back: string | null
  why: FieldObstacle | null
}
/** `why`: the obstacle for the whole event, and then there are no fields. */
export type RevertPlan = { event: AuditEvent; fields: readonly RevertedField[]; why: EventObstacle | null }

/** The file formats of an export. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The kinds of receiver of a forwarded audit log. */
export type ForwardingKind = 'syslog' | 'webhook'

/**
 * The receiver of the audit log, and the state of forwarding. Instants are ISO 8601; `waiting` counts rows
 * that have not arrived yet.
 */
export type AuditForwarding = {
  kind: ForwardingKind
  address: string
  waiting: number
  sentAt: string | null
  failedAt: string | null
  failure: MessageKey | null
}
export type AuditSettings = { retentionDays: number | null; forwarding: AuditForwarding | null }

export const AUDIT_FLASHES = ['retention', 'forwarding', 'silent', 'tested'] as const
/** The flash messages of retention, export and forwarding. */
export type AuditFlash = (typeof AUDIT_FLASHES)[number]

/** The parameters in the address of the audit log, as `auditQueryText` writes them. */
export const AUDIT_PARAMS = ['q', 'who', 'verb', 'about', 'outcome', 'from', 'to', 'ref', 'before'] as const
export type AuditParam = (typeof AUDIT_PARAMS)[number]

/** The address of a page of the audit log, without empty parameters. */
export function auditQueryText(query: Partial<AuditQuery>): string {
  const { text, reference, before, ...rest } = query
  const parts = { ...rest, q: text, ref: reference, before: before ?? '' }
  const entries = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(entries).toString()
}

/** The address of the audit log with some filters changed; it begins on the first page. */
export function auditHref(query: AuditQuery, change: Partial<AuditQuery>): `/audit?${string}` | '/audit' {
  const text = auditQueryText({ ...query, before: null, ...change })
  return text === '' ? '/audit' : `/audit?${text}`
}
