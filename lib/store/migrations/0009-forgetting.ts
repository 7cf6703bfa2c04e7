// The trail of a tenant that is deleted goes with it, and with nothing else: the trigger asks for the tenant by name.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const forgetting: Migration = {
  async up(db) {
    await sql`
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and old.tenant::text = current_setting('portal.forgets', true) then
          return old;
        end if;
        raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
      end $$`.execute(db)
  },
}
