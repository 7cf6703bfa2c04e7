// The identity provider by which a tenant's team may sign in, and the mail domains it speaks for: each is one tenant's alone.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const signOn: Migration = {
  async up(db) {
    // Nobody can be made to use what was never seen working; and no provider makes owners.
    await sql`
      create table sign_on_providers (
        tenant uuid primary key references tenants on delete cascade,
        issuer text not null,
        client_id text not null,
        secret_sealed text not null,
        default_role text not null check (default_role in ('admin', 'support', 'viewer')),
        required boolean not null default false,
        verified_at timestamptz,
        created_at timestamptz not null default now(),
        check (verified_at is not null or not required)
      )`.execute(db)
    await sql`
      create table sign_on_domains (
        domain text constraint sign_on_domains_domain primary key,
        tenant uuid not null references sign_on_providers on delete cascade
      )`.execute(db)
    await sql`create index sign_on_domains_tenant on sign_on_domains (tenant)`.execute(db)
  },
}
