// Errands to be run once and soon, by whichever process comes first: what a request must not wait for, or be timed by.
import 'server-only'
import { sql } from 'kysely'
import { longestDue } from './claim-due.ts'
import { database, type Database } from './database.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import { storableJson } from './storable.ts'

export type Job = { id: number; kind: string; data: unknown; writtenAt: Date }

const PAUSE_MS = 30_000
/** Longer than any errand takes. */
const CLAIM_MS = 120_000

/** Writes an errand; `db` may be a transaction. Whoever runs errands is woken. @throws Unavailable */
export async function writeJob(db: Database, kind: string, data: object, now: Date): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ kind, data: storableJson(data), written_at: now, due_at: now })
    .execute()
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db)
}

/** What is written in one transaction with the end of an errand. */
export type Finish = (db: Database) => Promise<void>

/**
 * Takes the errand that has waited longest, for this process alone and two minutes, and runs it. No connection is held meanwhile: `run` may
 * ask Kazoo. What it answers is written in one transaction with the errand's removal, once or not at all. One that failed is tried again after
 * half a minute. False when none is due. @throws what `run` throws
 */
export async function runJob(now: Date, run: (job: Job) => Promise<Finish | void>): Promise<boolean> {
  const until = new Date(now.getTime() + CLAIM_MS)
  const due = longestDue(database().selectFrom('jobs').select('id'), now, 1)
  const claim = database().updateTable('jobs').set({ due_at: until })
  const claimed = claim.where('id', '=', due).returningAll()
  const row = await claimed.executeTakeFirst()
  if (row === undefined) return false
  try {
    const finish = await run({ id: row.id, kind: row.kind, data: row.data, writtenAt: row.written_at })
    await database()
      .transaction()
      .execute(async (trx) => {
        const over = trx.deleteFrom('jobs').where('id', '=', row.id).where('due_at', '=', until)
        // Where it took too long, another process has it by now.
        if ((await over.executeTakeFirst()).numDeletedRows === 1n) await finish?.(trx)
      })
  } catch (error) {
    await postpone(row.id, new Date(now.getTime() + PAUSE_MS))
    throw error
  }
  return true
}

async function postpone(job: number, until: Date): Promise<void> {
  await database().updateTable('jobs').set({ due_at: until }).where('id', '=', job).execute()
}
