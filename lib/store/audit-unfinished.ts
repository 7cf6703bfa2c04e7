// Queues events with an unknown outcome for settlement; one process at a time works on an event.
import 'server-only'
import { sql, type Selectable } from 'kysely'
import { database } from './database.ts'
import type { Schema } from './schema.ts'

/** An event to be settled. `tries` counts unsuccessful attempts to ask Kazoo. */
export type UnfinishedEvent = { event: string; tenant: string; beganAt: Date; tries: number }

/** Longer than any settlement takes. */
const CLAIM_MS = 60_000

/** Claims the event that has been due longest, for one minute. Null when none is due. @throws Unavailable */
export async function claimUnfinished(now: Date): Promise<UnfinishedEvent | null> {
  return claim(unclaimed(now).where('due_at', '<=', now).orderBy('due_at').limit(1), now)
}

/** Claims this event, due or not, if it is unfinished and not claimed. @throws Unavailable */
export async function claimEvent(tenant: string, event: string, now: Date): Promise<UnfinishedEvent | null> {
  return claim(unclaimed(now).where('tenant', '=', tenant).where('event', '=', event), now)
}

/**
 * Queues an event that an older version of the portal did not queue; an existing entry stays unchanged.
 * @throws Unavailable
 */
export async function listUnfinished(tenant: string, event: string, beganAt: Date): Promise<void> {
  await database()
    .insertInto('audit_unfinished')
    .values({ event, tenant, began_at: beganAt, due_at: new Date(beganAt.getTime() + CLAIM_MS) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Releases a claimed event; it cannot be claimed before `until`. @throws Unavailable */
export async function releaseUnfinished({ event }: UnfinishedEvent, until: Date): Promise<void> {
  await database()
    .updateTable('audit_unfinished')
    .set({ claimed_until: until })
    .where('event', '=', event)
    .execute()
}

/**
 * Releases a claimed event after Kazoo did not answer. No event of the same tenant is due before `until`, and
 * this one cannot be claimed before `free`.
 * @throws Unavailable
 */
export async function postponeUnfinished(
  { event, tenant }: UnfinishedEvent,
  { until, free }: { until: Date; free: Date },
): Promise<void> {
  await database()
    .updateTable('audit_unfinished')
    .set({
      due_at: sql<Date>`greatest(due_at, ${until}::timestamptz)`,
      claimed_until: sql<Date | null>`case when event = ${event} then ${free}::timestamptz else claimed_until end`,
      tries: sql<number>`tries + case when event = ${event} then 1 else 0 end`,
    })
    .where('tenant', '=', tenant)
    .execute()
}

/**
 * Removes an event from the queue that already has an outcome, or is no longer in the log.
 * @throws Unavailable
 */
export async function dropUnfinished({ event }: UnfinishedEvent): Promise<void> {
  await database().deleteFrom('audit_unfinished').where('event', '=', event).execute()
}

function unclaimed(now: Date) {
  return database()
    .selectFrom('audit_unfinished')
    .select('event')
    .where(sql<boolean>`(claimed_until is null or claimed_until <= ${now})`)
    .forUpdate()
    .skipLocked()
}

async function claim(which: ReturnType<typeof unclaimed>, now: Date): Promise<UnfinishedEvent | null> {
  const row = await database()
    .updateTable('audit_unfinished')
    .set({ claimed_until: new Date(now.getTime() + CLAIM_MS) })
    .where('event', '=', which)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : asUnfinished(row)
}

function asUnfinished(row: Selectable<Schema['audit_unfinished']>): UnfinishedEvent {
  return { event: row.event, tenant: row.tenant, beganAt: row.began_at, tries: row.tries }
}
