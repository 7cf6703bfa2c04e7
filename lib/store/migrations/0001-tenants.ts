// Tenants, and the one key under which their accounts, and the things of the trail, are digested.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const tenants: Migration = {
  async up(db) {
    await sql`
      create table digest_keys (
        id smallint primary key check (id = 1),
        key_sealed text not null
      )`.execute(db)
    await sql`
      create table tenants (
        id uuid primary key,
        name text not null check (name <> ''),
        crossbar_origin text not null,
        account_sealed text not null,
        account_digest text not null check (account_digest ~ '^[0-9a-f]{64}$'),
        status text not null default 'active' check (status in ('active', 'suspended')),
        created_at timestamptz not null default now(),
        constraint tenants_origin_account unique (crossbar_origin, account_digest)
      )`.execute(db)
  },
}
