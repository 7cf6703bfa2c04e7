// Stores the mail domains that tenants claim for single sign-on, with their proof and their checks.
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { longestDue } from './claim-due.ts'
import { database } from './database.ts'
import { claimedUntil, claimOf, type DomainClaim } from './domain-claims.ts'
import type { Schema } from './schema.ts'

/** A tenant's claim to a mail domain: an A-label name in lower case. */
export type MailDomainRecord = DomainClaim & { domain: string }

/** The claims of a tenant, by name. */
export async function mailDomainsOf(tenant: string): Promise<readonly MailDomainRecord[]> {
  const rows = select().where('tenant', '=', tenant).orderBy('domain')
  return (await rows.execute()).map(asRecord)
}

/** A tenant's claim to a mail domain, or null. */
export async function findMailDomain(tenant: string, domain: string): Promise<MailDomainRecord | null> {
  const rows = select().where('tenant', '=', tenant).where('domain', '=', domain)
  const row = await rows.executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The tenant that has proved a mail domain, or null. */
export async function holderOfMailDomain(domain: string): Promise<string | null> {
  const row = await select().where('domain', '=', domain).where('state', '=', 'live').executeTakeFirst()
  return row?.tenant ?? null
}

/** Adds a claim, pending and due at once. @throws Conflict at `mail_domains_tenant_domain` */
export async function insertMailDomain(
  given: { tenant: string; domain: string; proof: string },
  now: Date,
): Promise<void> {
  const values = { ...given, id: randomUUID(), state: 'pending', added_at: now, due_at: now } as const
  await database().insertInto('mail_domains').values(values).execute()
}

/** Removes a claim, proved or not. False when there is none. */
export async function deleteMailDomain(tenant: string, domain: string): Promise<boolean> {
  const claim = database().deleteFrom('mail_domains').where('tenant', '=', tenant)
  return (await claim.where('domain', '=', domain).executeTakeFirst()).numDeletedRows === 1n
}

/** Claims up to `most` due mail domains for a check. @throws Unavailable */
export async function claimDueMailDomains(now: Date, most: number): Promise<readonly MailDomainRecord[]> {
  const due = longestDue(database().selectFrom('mail_domains').select('id'), now, most)
  const claims = database()
    .updateTable('mail_domains')
    .set({ due_at: claimedUntil(now) })
  return (await claims.where('id', '=', due).returningAll().execute()).map(asRecord)
}

function asRecord(row: Selectable<Schema['mail_domains']>): MailDomainRecord {
  return { ...claimOf(row), domain: row.domain }
}

function select() {
  return database().selectFrom('mail_domains').selectAll()
}
