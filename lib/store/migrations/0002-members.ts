// Members. Their e-mail address comes in as `emailAsStored` spells it, and is unique over the whole portal.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const members: Migration = {
  async up(db) {
    await sql`
      create table members (
        id uuid primary key,
        tenant uuid not null references tenants,
        name text not null check (name <> ''),
        email text not null check (email <> ''),
        role text not null check (role in ('owner', 'admin', 'support', 'viewer')),
        password_hash_sealed text,
        status text not null default 'active' check (status in ('active', 'suspended')),
        created_at timestamptz not null default now(),
        last_signed_in_at timestamptz,
        constraint members_email unique (email)
      )`.execute(db)
    await sql`create index members_tenant on members (tenant, name)`.execute(db)
  },
}
