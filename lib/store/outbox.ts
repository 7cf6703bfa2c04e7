// Queues mails in the transaction of the change that they report, so that neither exists without the other.
// None contains a link's secret.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { longestDue } from './claim-due.ts'
import { database, type Database } from './database.ts'
import type { OutboxState, Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

/**
 * A mail to be sent: `mail` is its kind and content (lib/mail/kinds.ts). `once`: a tenant gets only one mail
 * with this key.
 */
export type OutboxDraft = {
  tenant: string
  member: string | null
  recipient: string
  recipientName: string
  language: string
  mail: { readonly kind: string }
  once: string | null
}

/** A mail that a process has claimed; `claim` counts the attempts and identifies this one. */
export type ClaimedMail = {
  id: string
  tenant: string
  member: string | null
  recipient: string
  recipientName: string
  language: string
  mail: unknown
  claim: number
  writtenAt: Date
}

/** The channel that is notified when a mail or a job is queued (see notifications.ts). */
export const OUTBOX_CHANNEL = 'portal_outbox'

/** After this time a mail whose process has died is claimed by another, in ms. */
const CLAIM_MS = 60_000
/** How long delivery of a mail is retried, in ms: a day. */
const RETRY_FOR_MS = 24 * 3_600_000
const FIRST_PAUSE_MS = 15_000
const LONGEST_PAUSE_MS = 3_600_000

/**
 * Queues a mail, inside the caller's transaction, and wakes the senders once that is committed. False when
 * the tenant already has the one mail of `once`.
 * @throws Unavailable
 */
export async function writeToOutbox(db: Database, draft: OutboxDraft, now: Date): Promise<boolean> {
  const written = await db
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      tenant: draft.tenant,
      member: draft.member,
      recipient: storable(draft.recipient),
      recipient_name: storable(draft.recipientName),
      language: draft.language,
      mail: storableJson(draft.mail),
      once: draft.once,
      written_at: now,
      due_at: now,
    })
    .onConflict((conflict) => conflict.constraint('outbox_once').doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows !== 1n) return false
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db)
  return true
}

/** Claims the mail that has been due longest, for one minute. Null when none is due. */
export async function claimMail(now: Date): Promise<ClaimedMail | null> {
  const waiting = database().selectFrom('outbox').select('id').where('state', '=', 'waiting')
  const row = await database()
    .updateTable('outbox')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), due_at: new Date(now.getTime() + CLAIM_MS) }))
    .where('id', '=', longestDue(waiting, now, 1))
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : asClaimed(row)
}

function asClaimed(row: Selectable<Schema['outbox']>): ClaimedMail {
  return {
    id: row.id,
    tenant: row.tenant,
    member: row.member,
    recipient: row.recipient,
    recipientName: row.recipient_name,
    language: row.language,
    mail: row.mail,
    claim: row.attempts,
    writtenAt: row.written_at,
  }
}

/** Records that the mail server accepted a claimed mail. */
export async function recordMailSent({ id }: ClaimedMail, now: Date): Promise<void> {
  await database()
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: now, last_error: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/**
 * Records why a claimed mail was not sent, as one of our codes. It is retried after a delay that doubles from
 * 15 s up to an hour, until it is a day old, unless the failure is `permanent`. Returns the mail's new state.
 */
export async function recordMailFailure(
  { id, claim, writtenAt }: ClaimedMail,
  failure: { error: string; permanent: boolean },
  now: Date,
): Promise<OutboxState> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (claim - 1), LONGEST_PAUSE_MS)
  const next = new Date(now.getTime() + pause * (0.9 + Math.random() * 0.2))
  const givenUp = failure.permanent || next.getTime() >= writtenAt.getTime() + RETRY_FOR_MS
  const state = givenUp ? 'given up' : 'waiting'
  await database()
    .updateTable('outbox')
    .set({ state, last_error: failure.error, due_at: next })
    .where('id', '=', id)
    .where('attempts', '=', claim)
    .where('state', '=', 'waiting')
    .execute()
  return state
}

/** Releases a claimed mail without an attempt, because this process is about to end. */
export async function releaseMail({ id, claim }: ClaimedMail, now: Date): Promise<void> {
  await database()
    .updateTable('outbox')
    .set(({ eb }) => ({ attempts: eb('attempts', '-', 1), due_at: now }))
    .where('id', '=', id)
    .where('attempts', '=', claim)
    .where('state', '=', 'waiting')
    .execute()
}
