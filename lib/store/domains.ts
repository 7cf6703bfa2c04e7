// Stores custom domains: whose each is, whether it is proved, and which account it is for, encrypted.
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import { database, type Database } from './database.ts'
import { claimOf, type DomainClaim } from './domain-claims.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

type Account = Sealed<'kazoo account'>

/** The account that a domain is assigned to, with its name at that time. */
export type DomainAccount = { ref: Account; name: string }

/**
 * A host that serves a tenant now. `account` null: all accounts. `since`: when it went live; sessions from
 * before that (of another tenant, or of the domain before it was removed) are not accepted.
 */
export type LiveDomain = {
  tenant: string
  host: string
  account: Account | null
  primary: boolean
  since: Date
}

/** A tenant's claim to a host: an A-label name in lower case, without a trailing dot. */
export type DomainRecord = DomainClaim & { host: string; primary: boolean; account: DomainAccount | null }

/** When a domain is checked that the operator made live. */
const NEVER = new Date('9999-12-31T00:00:00Z')

/** The encryption context of a domain's account. */
export function domainAccountContext(tenant: string, id: string): EncryptionContext {
  return { tenant, kind: 'domain account', row: id }
}

/** The live domain of a host, or null. One indexed read. @throws Unavailable */
export async function liveDomain(host: string): Promise<LiveDomain | null> {
  const row = await select().where('host', '=', host).where('state', '=', 'live').executeTakeFirst()
  if (row === undefined) return null
  return {
    tenant: row.tenant,
    host: row.host,
    account: accountOf(row)?.ref ?? null,
    primary: row.is_primary,
    since: row.proved_at ?? row.added_at,
  }
}

/** The tenant's primary host for links, or null for the portal's own. @throws Unavailable */
export async function primaryHostOf(tenant: string): Promise<string | null> {
  const live = select().where('tenant', '=', tenant).where('state', '=', 'live')
  return (await live.where('is_primary', '=', true).executeTakeFirst())?.host ?? null
}

/**
 * Adds a live host without proof, for the operator.
 * @throws Conflict at `domains_live_host` when it is live for another tenant
 */
export async function putLiveDomain(
  given: { tenant: string; host: string; account?: DomainAccount; primary?: boolean },
  now: Date = new Date(),
): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      const { tenant, host, primary = false } = given
      await db.deleteFrom('domains').where('tenant', '=', tenant).where('host', '=', host).execute()
      if (primary) await clearPrimary(db, tenant)
      const id = await insertDomain(db, { tenant, host, account: given.account ?? null, proof: '' }, now)
      const live = { state: 'live', is_primary: primary, proved_at: now, due_at: NEVER } as const
      await db.updateTable('domains').set(live).where('id', '=', id).execute()
    })
}

/** Adds a claim, pending and due at once. @throws Conflict at `domains_tenant_host` */
export async function insertDomain(
  db: Database,
  given: { tenant: string; host: string; account: DomainAccount | null; proof: string },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const { tenant, host, proof } = given
  const values = { id, tenant, host, proof, state: 'pending', added_at: now, due_at: now } as const
  await db
    .insertInto('domains')
    .values({ ...values, ...accountColumns(tenant, id, given.account) })
    .execute()
  return id
}

/** The claims of a tenant: the primary one first, then by host. */
export async function domainsOf(tenant: string): Promise<readonly DomainRecord[]> {
  const rows = select().where('tenant', '=', tenant).orderBy('is_primary', 'desc').orderBy('host')
  return (await rows.execute()).map(asRecord)
}

/** A tenant's claim to a host, or null. */
export async function findDomain(tenant: string, host: string): Promise<DomainRecord | null> {
  const row = await select().where('tenant', '=', tenant).where('host', '=', host).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** Clears the tenant's primary domain, if any. */
export async function clearPrimary(db: Database, tenant: string): Promise<void> {
  const primary = db.updateTable('domains').set({ is_primary: false }).where('tenant', '=', tenant)
  await primary.where('is_primary', '=', true).execute()
}

/** The column values for the account of a domain. */
export function accountColumns(tenant: string, id: string, account: DomainAccount | null) {
  if (account === null) return { account_sealed: null, account_name: null }
  const sealed = sealEnvelope(env().dataKeys, domainAccountContext(tenant, id), account.ref)
  return { account_sealed: sealed, account_name: storable(account.name) }
}

/** A row as a record. @throws EnvelopeFault */
export function asRecord(row: Selectable<Schema['domains']>): DomainRecord {
  return { ...claimOf(row), host: row.host, primary: row.is_primary, account: accountOf(row) }
}

function select() {
  return database().selectFrom('domains').selectAll()
}

function accountOf(row: Selectable<Schema['domains']>): DomainAccount | null {
  if (row.account_sealed === null || row.account_name === null) return null
  const context = domainAccountContext(row.tenant, row.id)
  return {
    ref: openEnvelope<'kazoo account'>(env().dataKeys, context, row.account_sealed),
    name: row.account_name,
  }
}
