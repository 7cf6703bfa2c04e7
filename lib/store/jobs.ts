// Errands to be run once and soon, by whichever process comes first: what a request must not wait for, or be timed by.
import 'server-only'
import { sql } from 'kysely'
import { database, type Database } from './database.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import { storableJson } from './storable.ts'

export type Job = { id: number; kind: string; data: unknown; writtenAt: Date }

const PAUSE_MS = 30_000

/** Writes an errand; `db` may be a transaction. Whoever runs errands is woken. @throws Unavailable */
export async function writeJob(db: Database, kind: string, data: object, now: Date): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ kind, data: storableJson(data), written_at: now, due_at: now })
    .execute()
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db)
}

/**
 * Takes the errand that has waited longest and runs it, in one transaction with its removal: it is done once, or not at all and then tried
 * again after half a minute. False when none is due. @throws what `run` throws
 */
export async function runJob(now: Date, run: (db: Database, job: Job) => Promise<void>): Promise<boolean> {
  let at: number | null = null
  try {
    await database()
      .transaction()
      .execute(async (trx) => {
        const due = trx.selectFrom('jobs').select('id').where('due_at', '<=', now).orderBy('due_at').limit(1)
        const taken = trx.deleteFrom('jobs').where('id', '=', due.forUpdate().skipLocked()).returningAll()
        const row = await taken.executeTakeFirst()
        if (row === undefined) return
        at = row.id
        await run(trx, { id: row.id, kind: row.kind, data: row.data, writtenAt: row.written_at })
      })
  } catch (error) {
    if (at !== null) await postpone(at, new Date(now.getTime() + PAUSE_MS))
    throw error
  }
  return at !== null
}

async function postpone(job: number, until: Date): Promise<void> {
  await database().updateTable('jobs').set({ due_at: until }).where('id', '=', job).execute()
}
