// Reads and cleans the outbox: the state of a tenant's mails, and how many were sent to a member.
import 'server-only'
import { sql } from 'kysely'
import { database, type Database } from './database.ts'
import type { OutboxState } from './schema.ts'

/** A mail as the connection page and the command line show it; `lastError` is one of our codes. */
export type OutboxRecord = {
  kind: string
  recipient: string
  state: OutboxState
  attempts: number
  writtenAt: Date
  sentAt: Date | null
  lastError: string | null
}

/** The latest mails of a tenant, newest first. */
export async function listOutbox(tenant: string, limit = 20): Promise<readonly OutboxRecord[]> {
  const rows = await database()
    .selectFrom('outbox')
    .select(['recipient', 'state', 'attempts', 'written_at', 'sent_at', 'last_error'])
    .select(sql<string>`mail->>'kind'`.as('kind'))
    .where('tenant', '=', tenant)
    .orderBy('written_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    recipient: row.recipient,
    state: row.state,
    attempts: row.attempts,
    writtenAt: row.written_at,
    sentAt: row.sent_at,
    lastError: row.last_error,
  }))
}

/** How many mails of a kind were written to a member since this instant. */
export async function countMailsTo(db: Database, member: string, kind: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((field) => field.fn.countAll<number>().as('count'))
    .where('member', '=', member)
    .where('written_at', '>=', since)
    .where(sql<boolean>`mail->>'kind' = ${kind}`)
    .executeTakeFirstOrThrow()
  return row.count
}

/**
 * Deletes mails that were sent or given up before this instant, except those that a tenant gets only once.
 * Returns how many.
 */
export async function deleteOldMails(before: Date): Promise<number> {
  const deleted = await database()
    .deleteFrom('outbox')
    .where('state', '<>', 'waiting')
    .where('once', 'is', null)
    .where('written_at', '<', before)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
