// The trail. Events are append only by trigger; what they are about stands apart, so that its envelope can be re-sealed.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const auditEvents: Migration = {
  async up(db) {
    await sql`
      create table audit_subjects (
        id bigint generated always as identity primary key,
        tenant uuid not null references tenants,
        kind text not null check (kind in ('account', 'user', 'device')),
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        ref_sealed text not null,
        constraint audit_subjects_digest unique (tenant, kind, digest)
      )`.execute(db)
    await sql`
      create table audit_events (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        tenant uuid not null references tenants,
        event uuid not null,
        stage text not null check (stage in ('began', 'done', 'failed')),
        opens boolean not null,
        actor uuid,
        actor_name text not null,
        as_whom text,
        verb text not null,
        subject bigint references audit_subjects,
        subject_kind text,
        subject_name text,
        path jsonb not null,
        before jsonb,
        after jsonb,
        outcome text,
        reference text not null,
        client_address text,
        user_agent text,
        constraint audit_events_stage check (opens or stage <> 'began'),
        constraint audit_events_once unique (event, opens)
      )`.execute(db)
    await sql`create index audit_events_tenant on audit_events (tenant, id desc) where opens`.execute(db)
    await sql`create index audit_events_subject on audit_events (subject, id desc)`.execute(db)
    await refuseChanges(db)
  },
}

async function refuseChanges(db: Parameters<Migration['up']>[0]): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  // Only the envelope of a subject may change, under a newer key: what it is about is its digest.
  await sql`
    create trigger audit_events_append_only before update or delete on audit_events
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create trigger audit_events_whole before truncate on audit_events
      for each statement execute function refuse_change()`.execute(db)
  await sql`
    create trigger audit_subjects_append_only before delete or update of id, tenant, kind, digest on audit_subjects
      for each row execute function refuse_change()`.execute(db)
  await sql`
    create trigger audit_subjects_whole before truncate on audit_subjects
      for each statement execute function refuse_change()`.execute(db)
}
