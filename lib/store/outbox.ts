// Mails that are to be sent, written with what they tell of, so that neither is there without the other. None holds a link's secret.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { longestDue } from './claim-due.ts'
import { database, type Database } from './database.ts'
import type { OutboxState, Schema } from './schema.ts'
import { storable, storableJson } from './storable.ts'

/** A mail to be: `mail` is its kind with what it says (lib/mail/kinds.ts). `once`: of all with this word, a tenant gets one. */
export type OutboxDraft = {
  tenant: string
  member: string | null
  recipient: string
  recipientName: string
  language: string
  mail: { readonly kind: string }
  once: string | null
}

/** A mail in somebody's hands; `claim` counts the attempts, and names this one. */
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

/** For whom it waits on: of `listen` in notices.ts. */
export const OUTBOX_CHANNEL = 'portal_outbox'

/** Who has claimed a mail and is not heard of again has died: another takes it after this long, in ms. */
const CLAIM_MS = 60_000
/** How long a mail is tried for, in ms: a day. */
const TRIED_FOR_MS = 24 * 3_600_000
const FIRST_PAUSE_MS = 15_000
const LONGEST_PAUSE_MS = 3_600_000

/**
 * Writes a mail, inside the caller's transaction, and wakes whoever sends it once that is committed. False when the tenant has got, or
 * will get, the one mail of `once` already. @throws Unavailable
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

/** Takes the mail that has waited longest, for this process alone and a minute; null when none is due. */
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

/** Notes that a claimed mail was taken by the mail server. */
export async function recordMailSent({ id }: ClaimedMail, now: Date): Promise<void> {
  await database()
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: now, last_error: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/**
 * Notes why a claimed mail was not sent, in a word of ours: it is tried again after a pause that doubles, from 15 s up to an hour, until it
 * is a day old; not again when `lasting`. Returns what became of it.
 */
export async function recordMailFailure(
  { id, claim, writtenAt }: ClaimedMail,
  why: { error: string; permanent: boolean },
  now: Date,
): Promise<OutboxState> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (claim - 1), LONGEST_PAUSE_MS)
  const next = new Date(now.getTime() + pause * (0.9 + Math.random() * 0.2))
  const over = why.permanent || next.getTime() >= writtenAt.getTime() + TRIED_FOR_MS
  const state = over ? 'given up' : 'waiting'
  await database()
    .updateTable('outbox')
    .set({ state, last_error: why.error, due_at: next })
    .where('id', '=', id)
    .where('attempts', '=', claim)
    .where('state', '=', 'waiting')
    .execute()
  return state
}

/** Gives a claimed mail back untried: this process is about to end. */
export async function releaseMail({ id, claim }: ClaimedMail, now: Date): Promise<void> {
  await database()
    .updateTable('outbox')
    .set(({ eb }) => ({ attempts: eb('attempts', '-', 1), due_at: now }))
    .where('id', '=', id)
    .where('attempts', '=', claim)
    .where('state', '=', 'waiting')
    .execute()
}
