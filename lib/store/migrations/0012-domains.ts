// Domains of tenants: a host may wait for several of them, and is live for one.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const domains: Migration = {
  async up(db) {
    // `good` and `bad` count successive looks at DNS; `due_at` is when the next one is due.
    await sql`
      create table domains (
        id uuid primary key,
        tenant uuid not null references tenants on delete cascade,
        host text not null check (host ~ '^[a-z0-9.-]{3,253}$'),
        state text not null check (state in ('pending', 'live', 'suspended')),
        is_primary boolean not null default false,
        account_sealed text,
        account_name text,
        proof text not null,
        added_at timestamptz not null default now(),
        proved_at timestamptz,
        checked_at timestamptz,
        due_at timestamptz not null default now(),
        looks integer not null default 0,
        good integer not null default 0,
        bad integer not null default 0,
        bad_since timestamptz,
        answers jsonb,
        why text,
        constraint domains_tenant_host unique (tenant, host),
        check ((account_sealed is null) = (account_name is null)),
        check (state = 'pending' or proved_at is not null)
      )`.execute(db)
    await sql`create unique index domains_live_host on domains (host) where state = 'live'`.execute(db)
    await sql`create unique index domains_primary on domains (tenant) where is_primary`.execute(db)
    await sql`create index domains_due on domains (due_at)`.execute(db)
  },
}
