// Tells what happened since the events of a page: whether each was reverted, and whether its subject is gone.
import 'server-only'
import { sql } from 'kysely'
import { database } from './database.ts'

/** `reverted`: another event reverted this one. `removed`: its subject was deleted through the portal. */
export type LaterFacts = { reverted: boolean; removed: boolean }

/** The facts of those events that have a subject, by event. @throws Unavailable */
export async function laterFactsOf(
  tenant: string,
  events: readonly string[],
): Promise<ReadonlyMap<string, LaterFacts>> {
  if (events.length === 0) return new Map()
  const { rows } = await sql<LaterFacts & { event: string }>`
    select entry.event,
      bool_or(exists (
        select from audit_events undo where undo.undoes = entry.event and undo.stage = 'done'
      )) as reverted,
      bool_or(exists (
        select from audit_events removal
        join audit_events ending on ending.event = removal.event and ending.stage = 'done'
        where removal.subject = entry.subject and removal.opens
          and removal.verb in ('device.remove', 'user.remove', 'vmbox.remove')
      )) as removed
    from audit_events entry
    where entry.tenant = ${tenant} and entry.event = any(${events}) and entry.subject is not null
    group by entry.event`.execute(database())
  return new Map(rows.map(({ event, ...facts }) => [event, facts]))
}
