// Trials and farewells: when a tenant's trial ends, when it went live, when it will be deleted.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const trials: Migration = {
  async up(db) {
    // Null `trial_ends_at`: not on trial. A tenant that is to be removed works until then, and can be kept.
    await sql`
      alter table tenants
        add column trial_ends_at timestamptz,
        add column went_live_at timestamptz,
        add column removal_at timestamptz`.execute(db)
    await sql`create index tenants_trial on tenants (trial_ends_at) where trial_ends_at is not null`.execute(
      db,
    )
  },
}
