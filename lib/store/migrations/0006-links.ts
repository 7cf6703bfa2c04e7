// Links sent by mail: one row for each purpose a member has one for, so that the newest is the only one there is.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const links: Migration = {
  async up(db) {
    await sql`
      create table links (
        member uuid not null references members on delete cascade,
        purpose text not null check (purpose in ('set password', 'forgot password', 'invitation', 'e-mail change')),
        tenant uuid not null references tenants on delete cascade,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        address text not null check (address <> ''),
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (member, purpose),
        constraint links_hash unique (hash)
      )`.execute(db)
    await sql`create index links_expiry on links (expires_at)`.execute(db)
  },
}
