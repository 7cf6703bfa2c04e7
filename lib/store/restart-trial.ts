// Restarts a trial whose owner never signed in, for whoever controls the account now.
import 'server-only'
import { replaceCredentials } from './credentials.ts'
import { database, type Database } from './database.ts'
import { emailAsStored } from './members.ts'
import { storable } from './storable.ts'
import type { TenantDraft } from './tenants.ts'

/**
 * Replaces owner, name, credentials and end of the trial, and runs `also`, in one transaction. False when the
 * owner has signed in in the meantime.
 * @throws Conflict at `members_email`
 */
export async function restartTrial(
  owner: { id: string; tenant: string },
  draft: TenantDraft,
  also: (db: Database) => Promise<void>,
): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (trx) => {
      const renamed = await trx
        .updateTable('members')
        .set({ name: storable(draft.owner.name), email: emailAsStored(draft.owner.email) })
        .set({ language: draft.owner.language ?? null })
        .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
        .where('id', '=', owner.id)
        .where('status', '=', 'invited')
        .executeTakeFirst()
      if (renamed.numUpdatedRows !== 1n) return false
      await trx
        .updateTable('tenants')
        .set({ name: storable(draft.name), trial_ends_at: draft.trialEndsAt ?? null })
        .where('id', '=', owner.tenant)
        .execute()
      await replaceCredentials(trx, owner.tenant, draft.credentials)
      await also(trx)
      return true
    })
}
