// Tables, columns and fields under the names that the screens, the code and the documentation use for them.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const plainNames: Migration = {
  async up(db) {
    await sql`alter table actings rename to impersonations`.execute(db)
    await sql`alter index actings_tenant rename to impersonations_tenant`.execute(db)
    await sql`alter index actings_subject rename to impersonations_subject`.execute(db)
    await sql`alter table tenants rename column acting_shown to impersonation_shown`.execute(db)
    await sql`alter table tenants rename column acting_mailed to impersonation_mailed`.execute(db)
    // Their values stay as they are: the hash of a row is made of them, and not of the names of its columns.
    await sql`alter table audit_events rename column acting to impersonation`.execute(db)
    await sql`alter table audit_events rename column way to mode`.execute(db)
    await sql`alter table audit_outs rename to audit_sinks`.execute(db)
    await sql`alter table audit_settings rename column keep_days to retention_days`.execute(db)
    await sql`alter table spent_resets rename to used_recovery_ids`.execute(db)
    await sql`alter table used_recovery_ids rename column spent_at to used_at`.execute(db)
    // Mails that still wait are sent by the code that knows the new name.
    await sql`
      update outbox set mail = jsonb_set(mail, '{kind}', '"impersonated"')
      where mail->>'kind' = 'actedFor'`.execute(db)
    for (const [table, column] of [
      ['brands', 'draft'],
      ['brand_versions', 'brand'],
    ] as const) {
      const [brands, brand] = [sql.table(table), sql.ref(column)]
      await sql`
        update ${brands} set ${brand} = jsonb_set(
          ${brand} #- '{text,twins}', '{text,darkColours}', ${brand} #> '{text,twins}')
        where ${brand} #> '{text,twins}' is not null`.execute(db)
    }
  },
}
