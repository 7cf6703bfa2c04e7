// What a browser may know of the trail: who did what, as whom, to what, from where, and how it ended.
import type { MessageKey } from '../i18n/message-key.ts'

export const OUTCOMES = ['done', 'failed', 'began', 'unknown'] as const
/** `began`: nobody knows yet whether it was done. `unknown`: the portal has looked, and nobody will know. */
export type AuditStage = (typeof OUTCOMES)[number]

/** Who did it: somebody of the team, of a customer, at the command line, or nobody who is known. */
export type ActorKind = 'member' | 'customer' | 'operator' | 'nobody'

/** What a field was and became, as text; null: nothing is known of it on that side. `secret`: neither is said, only that it was changed. */
export type AuditChange = { field: string; before: string | null; after: string | null; secret: boolean }

/** Under what somebody worked with borrowed eyes. */
export type AuditImpersonation = { targetName: string; mode: string; reason: string; ticket: string | null }

/**
 * A line of the trail. Every text of it is one line. `seq` is its place; `person` finds all that the same one did; `about` (a proxy id) all
 * that was done to the same thing.
 */
export type AuditRow = {
  event: string
  seq: number
  at: string
  stage: AuditStage
  /** Why it failed: a key of the catalogue, or what an operator wrote. */
  outcome: string | null
  actor: { name: string; kind: ActorKind; person: string | null }
  impersonation: AuditImpersonation | null
  verb: string
  subject: { kind: string; name: string; about: string | null } | null
  path: readonly string[]
  changes: readonly AuditChange[]
  reference: string
  address: string | null
}

/** Why a field cannot be reverted. `same`: it is as before already. `left`: it could have been. */
export const FIELD_OBSTACLES = ['secret', 'changed', 'same', 'unwritable', 'left'] as const
export type FieldObstacle = (typeof FIELD_OBSTACLES)[number]
/**
 * Why nothing of an event can be reverted. `fields`: there is something against every field. `thing`: the log does not know on what it was
 * done. `kind`: it is no change of fields. `open`: nobody knows whether it was done.
 */
export type EventObstacle = 'created' | 'removed' | 'failed' | 'open' | 'kind' | 'thing' | 'gone' | 'fields'
/** A field that an event which reverts another has left. */
export type AuditLeft = { field: string; why: FieldObstacle }

/**
 * One event with all there is: the browser it came from, when the portal settled it, what it puts back and left, what has put it back, and
 * whether it can be or why not.
 */
export type AuditEvent = AuditRow & {
  agent: string | null
  undoes: string | null
  undoneBy: string | null
  settledAt: string | null
  left: readonly AuditLeft[]
  undoable: boolean
  obstacle: EventObstacle | null
}

/** What the trail is asked for; held in the address. Days are `yyyy-mm-dd` in the reader's zone. `before` is the place to go on from. */
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

/** One page of it: `count` match the query, or more than that where `more` says so; `next` is where the next page goes on. */
export type AuditPage = {
  rows: readonly AuditRow[]
  count: number
  more: boolean
  next: number | null
  query: AuditQuery
  /** What `who` and `about` are called; null where nothing was found of it. */
  named: { who: string | null; about: string | null }
  people: readonly { person: string; name: string }[]
}

/** The newest of what was done to one thing, and whether there is more, at `?about=`. */
export type AuditHistory = { rows: readonly AuditRow[]; more: boolean; about: string }

/** What would be reverted: the value now, and the one from before; null where it is not known. `why`: what is against it. */
export type RevertedField = {
  field: string
  now: string | null
  back: string | null
  why: FieldObstacle | null
}
/** `why`: what is against all of it, and then there are no fields. */
export type RevertPlan = { event: AuditEvent; fields: readonly RevertedField[]; why: EventObstacle | null }

/** In how many ways a trail leaves as a file. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How the audit log is sent on. */
export type ForwardingKind = 'syslog' | 'webhook'

/** Where the trail is sent, and how that does. Instants are ISO 8601; `waiting` counts rows that are not there yet. */
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
/** What was done just now to keeping and sending, as the address of the page says it. */
export type AuditFlash = (typeof AUDIT_FLASHES)[number]

/** The address of a page of the trail; what is empty is left out. */
export function auditQueryText(query: Partial<AuditQuery>): string {
  const { text, reference, before, ...rest } = query
  const parts = { ...rest, q: text, ref: reference, before: before ?? '' }
  const message = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(message).toString()
}
