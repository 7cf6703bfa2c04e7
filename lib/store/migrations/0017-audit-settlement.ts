// Events without an outcome: which ones wait to be settled, and the row that settles one. Voicemail boxes become things of the log.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const auditSettlement: Migration = {
  async up(db) {
    await sql`
      create table audit_unfinished (
        event uuid primary key,
        tenant uuid not null references tenants on delete cascade,
        began_at timestamptz not null,
        due_at timestamptz not null,
        claimed_until timestamptz,
        tries integer not null default 0
      )`.execute(db)
    await sql`create index audit_unfinished_due on audit_unfinished (due_at)`.execute(db)
    await sql`
      alter table audit_events
        drop constraint audit_events_stage_check,
        add constraint audit_events_stage_check check (stage in ('began', 'done', 'failed', 'unknown')),
        drop constraint audit_events_once`.execute(db)
    // At most one row opens an event, one ends it, and one settles it.
    await sql`
      create unique index audit_events_once on audit_events (event, opens, (verb = 'audit.settle'))`.execute(
      db,
    )
    await sql`
      alter table audit_subjects
        drop constraint audit_subjects_kind_check,
        add constraint audit_subjects_kind_check check (kind in ('account', 'user', 'device', 'vmbox'))`.execute(
      db,
    )
    await sql`
      insert into audit_unfinished (event, tenant, began_at, due_at)
      select opening.event, opening.tenant, opening.at, now() from audit_events opening
        left join audit_events ending on ending.event = opening.event and not ending.opens
      where opening.opens and opening.stage = 'began'
        and (ending.event is null or ending.outcome in ('said.kazoo.unknown', 'said.postgres.unknown'))`.execute(
      db,
    )
  },
}
