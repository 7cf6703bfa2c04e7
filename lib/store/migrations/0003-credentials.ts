// Credentials: one set for a tenant, and nothing half of one kind and half of the other.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const credentials: Migration = {
  async up(db) {
    await sql`
      create table credentials (
        tenant uuid primary key references tenants,
        kind text not null check (kind in ('user', 'api key')),
        account_name text,
        account_realm text,
        method text check (method in ('md5', 'sha')),
        secret_sealed text not null,
        created_at timestamptz not null default now(),
        last_worked_at timestamptz,
        last_error text,
        last_error_at timestamptz,
        constraint credentials_whole check (
          case kind
            when 'user' then method is not null and num_nonnulls(account_name, account_realm) = 1
            else num_nonnulls(account_name, account_realm, method) = 0
          end)
      )`.execute(db)
  },
}
