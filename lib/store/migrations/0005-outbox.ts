// Mails that wait to be sent, and errands that were asked for: both are written in the transaction of what they follow from.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const outbox: Migration = {
  async up(db) {
    await sql`
      create table outbox (
        id uuid primary key,
        tenant uuid not null references tenants on delete cascade,
        member uuid references members on delete cascade,
        recipient text not null check (recipient <> ''),
        recipient_name text not null,
        language text not null,
        mail jsonb not null,
        once text,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'given up')),
        attempts integer not null default 0,
        written_at timestamptz not null,
        due_at timestamptz not null,
        sent_at timestamptz,
        last_error text,
        constraint outbox_once unique (tenant, once),
        constraint outbox_sent check ((state = 'sent') = (sent_at is not null))
      )`.execute(db)
    await sql`create index outbox_waiting on outbox (due_at) where state = 'waiting'`.execute(db)
    await sql`create index outbox_member on outbox (member, written_at)`.execute(db)
    await sql`
      create table jobs (
        id bigint generated always as identity primary key,
        kind text not null check (kind <> ''),
        data jsonb not null,
        written_at timestamptz not null,
        due_at timestamptz not null
      )`.execute(db)
    await sql`create index jobs_due on jobs (due_at)`.execute(db)
  },
}
