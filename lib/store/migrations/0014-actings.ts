// Who acts as whom: each acting from its beginning to its end, and what a tenant lets its customers know of it.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const actings: Migration = {
  async up(db) {
    // `digest` is where Redis keeps its session; `lineage` is the member's own session that began it.
    await sql`
      create table actings (
        id uuid primary key,
        tenant uuid not null references tenants on delete cascade,
        member uuid not null references members on delete cascade,
        member_name text not null,
        subject bigint not null,
        as_whom text,
        account_name text not null,
        reason text not null,
        ticket text,
        changes boolean not null,
        native boolean not null,
        digest text not null,
        lineage uuid not null,
        began_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        ended_by text check (ended_by in ('self', 'signOut', 'owner', 'customer', 'team'))
      )`.execute(db)
    await sql`create index actings_tenant on actings (tenant, began_at desc)`.execute(db)
    await sql`create index actings_subject on actings (subject, began_at desc)`.execute(db)
    await sql`
      alter table tenants
        add column acting_shown boolean not null default true,
        add column acting_mailed boolean not null default false`.execute(db)
  },
}
