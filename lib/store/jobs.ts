// Queues jobs that run once and soon, in whichever process claims them first, so that a request need not wait
// for them or reveal by its time what they do.
import 'server-only'
import { sql } from 'kysely'
import { longestDue } from './claim-due.ts'
import { database, type Database } from './database.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import { storableJson } from './storable.ts'

export type Job = { id: number; kind: string; data: unknown; writtenAt: Date }

const PAUSE_MS = 30_000
/** Longer than any job takes. */
const CLAIM_MS = 120_000

/** Queues a job and wakes the processes that run jobs. `db` may be a transaction. @throws Unavailable */
export async function writeJob(db: Database, kind: string, data: object, now: Date): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ kind, data: storableJson(data), written_at: now, due_at: now })
    .execute()
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db)
}

/** What a job writes in the transaction that removes it from the queue. */
export type Finish = (db: Database) => Promise<void>

/**
 * Claims the job that has been due longest, for two minutes, and runs it without holding a connection: `run`
 * may call Kazoo. What it returns is written in one transaction with the removal of the job, once or not at
 * all. A failed job is retried after half a minute. False when none is due.
 * @throws what `run` throws
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
        const removal = trx.deleteFrom('jobs').where('id', '=', row.id).where('due_at', '=', until)
        // If it took too long, another process has claimed it.
        if ((await removal.executeTakeFirst()).numDeletedRows === 1n) await finish?.(trx)
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
