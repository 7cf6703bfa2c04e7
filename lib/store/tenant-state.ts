// What becomes of a tenant: its trial, its going live, its suspension, its removal with all it holds.
import 'server-only'
import { sql } from 'kysely'
import { database, type Database } from './database.ts'
import type { TenantState } from './schema.ts'
import { revokeAccess } from './revoke-access.ts'

/** What may change of a tenant. Of `trialEndsAt`, null means that it is not on trial any more. */
export type TenantChange = {
  status?: TenantState
  trialEndsAt?: Date | null
  wentLiveAt?: Date
  removalAt?: Date | null
  crossbarOrigin?: string
  recoveryFailedAt?: Date | null
}

/** Changes a tenant. @throws Conflict at `tenants_origin_account` */
export async function editTenant(
  tenant: string,
  change: TenantChange,
  db: Database = database(),
): Promise<void> {
  await db
    .updateTable('tenants')
    .set({
      ...(change.status !== undefined && { status: change.status }),
      ...(change.trialEndsAt !== undefined && { trial_ends_at: change.trialEndsAt }),
      ...(change.wentLiveAt !== undefined && { went_live_at: change.wentLiveAt }),
      ...(change.removalAt !== undefined && { removal_at: change.removalAt }),
      // Another Kazoo may do what this one could not.
      ...(change.crossbarOrigin !== undefined && {
        crossbar_origin: change.crossbarOrigin,
        recovery_failed_at: null,
      }),
      ...(change.recoveryFailedAt !== undefined && { recovery_failed_at: change.recoveryFailedAt }),
    })
    .where('id', '=', tenant)
    .execute()
}

/** Suspends a tenant: what its people began before lets nobody in when it is resumed. Whoever calls this ends their sessions after it. */
export async function suspendTenant(tenant: string): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      await editTenant(tenant, { status: 'suspended' }, db)
      await revokeAccess(db, { tenant })
    })
}

/** The tenants whose time to be removed has come, by `now`. */
export async function tenantsToRemove(now: Date): Promise<readonly string[]> {
  const rows = await database().selectFrom('tenants').select('id').where('removal_at', '<=', now).execute()
  return rows.map(({ id }) => id)
}

/** Deletes a tenant with its team, credentials and trail, unless its removal was called off meanwhile. True when it is gone. */
export async function deleteTenant(tenant: string, now: Date): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (trx) => {
      const due = trx
        .selectFrom('tenants')
        .select('id')
        .where('id', '=', tenant)
        .where('removal_at', '<=', now)
      if ((await due.forUpdate().executeTakeFirst()) === undefined) return false
      // Until the end of this transaction, and for this tenant alone, the trail lets go (migration 0009).
      await sql`select set_config('portal.forgets', ${tenant}, true)`.execute(trx)
      for (const table of ['audit_events', 'audit_subjects', 'passkeys', 'credentials', 'members'] as const) {
        await trx.deleteFrom(table).where('tenant', '=', tenant).execute()
      }
      await trx.deleteFrom('tenants').where('id', '=', tenant).execute()
      return true
    })
}
