// Changes a tenant's custom domains: claims them for checks, sets the primary one, assigns an account,
// removes them.
import 'server-only'
import { longestDue } from './claim-due.ts'
import { database } from './database.ts'
import { claimedUntil } from './domain-claims.ts'
import { accountColumns, asRecord, clearPrimary, type DomainAccount, type DomainRecord } from './domains.ts'

/** Claims up to `most` due domains for a check. @throws Unavailable */
export async function claimDueDomains(now: Date, most: number): Promise<readonly DomainRecord[]> {
  const due = longestDue(database().selectFrom('domains').select('id'), now, most)
  const claims = database()
    .updateTable('domains')
    .set({ due_at: claimedUntil(now) })
  return (await claims.where('id', '=', due).returningAll().execute()).map(asRecord)
}

/**
 * Makes a live domain the tenant's primary one, or with null the portal's own host. False, and nothing
 * changed, when it is not live.
 */
export async function setPrimary(tenant: string, host: string | null): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (db) => {
      const live = db
        .selectFrom('domains')
        .select('id')
        .where('tenant', '=', tenant)
        .where('state', '=', 'live')
      const chosen = host === null ? null : await live.where('host', '=', host).forUpdate().executeTakeFirst()
      if (chosen === undefined) return false
      await clearPrimary(db, tenant)
      if (chosen === null) return true
      await db.updateTable('domains').set({ is_primary: true }).where('id', '=', chosen.id).execute()
      return true
    })
}

/** Assigns a domain to one account, or to all with null. False when the domain does not exist. */
export async function setDomainAccount(
  { tenant, id }: DomainRecord,
  account: DomainAccount | null,
): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (db) => {
      const domain = db
        .updateTable('domains')
        .set(accountColumns(tenant, id, account))
        .where('id', '=', id)
      const result = await domain.executeTakeFirst()
      return result.numUpdatedRows === 1n
    })
}

/** Removes a tenant's claim to a host, live or not. False when there is none. */
export async function deleteDomain(tenant: string, host: string): Promise<boolean> {
  const domain = database().deleteFrom('domains').where('tenant', '=', tenant).where('host', '=', host)
  return (await domain.executeTakeFirst()).numDeletedRows === 1n
}
