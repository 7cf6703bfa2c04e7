// When a member dismissed the list of first steps.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const firstSteps: Migration = {
  async up(db) {
    await sql`alter table members add column first_steps_dismissed_at timestamptz`.execute(db)
  },
}
