// Changes the state of a tenant: trial, activation, suspension, and removal with all its data.
import 'server-only'
import { sql } from 'kysely'
import { database, type Database } from './database.ts'
import type { TenantState } from './schema.ts'
import { revokeAccess } from './revoke-access.ts'

/** Changes of a tenant. `trialEndsAt` null: it is not on trial. */
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
      // Another Kazoo may support recovery.
      ...(change.crossbarOrigin !== undefined && {
        crossbar_origin: change.crossbarOrigin,
        recovery_failed_at: null,
      }),
      ...(change.recoveryFailedAt !== undefined && { recovery_failed_at: change.recoveryFailedAt }),
    })
    .where('id', '=', tenant)
    .execute()
}

/**
 * Suspends a tenant and revokes pending links and sign-ins of its members. The caller then ends their
 * sessions.
 */
export async function suspendTenant(tenant: string): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      await editTenant(tenant, { status: 'suspended' }, db)
      await revokeAccess(db, { tenant })
    })
}

/** The tenants that are due for removal at `now`. */
export async function tenantsToRemove(now: Date): Promise<readonly string[]> {
  const rows = await database().selectFrom('tenants').select('id').where('removal_at', '<=', now).execute()
  return rows.map(({ id }) => id)
}

/**
 * Deletes a tenant with its team, credentials and audit log, unless the removal was cancelled in the
 * meantime. True when it is gone.
 */
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
      // The trigger allows deletes for this tenant in this transaction only (migration 0009).
      await sql`select set_config('portal.forgets', ${tenant}, true)`.execute(trx)
      for (const table of ['audit_events', 'audit_subjects', 'passkeys', 'credentials', 'members'] as const) {
        await trx.deleteFrom(table).where('tenant', '=', tenant).execute()
      }
      await trx.deleteFrom('tenants').where('id', '=', tenant).execute()
      return true
    })
}
