// Ids of Kazoo's password recovery that were used here: Kazoo itself would take them again (docs/kazoo.md
// section 25.7).
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const customers: Migration = {
  async up(db) {
    await sql`
      create table spent_resets (
        digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
        tenant uuid not null references tenants on delete cascade,
        spent_at timestamptz not null
      )`.execute(db)
    await sql`create index spent_resets_age on spent_resets (spent_at)`.execute(db)
  },
}
