// Identity providers of tenants: where each is, what it knows us by, the secret of that sealed, and which mail domains it speaks for.
import 'server-only'
import type { Selectable } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import { database } from './database.ts'
import { openEnvelope, sealEnvelope, type Place } from './envelope.ts'
import type { Role, Schema } from './schema.ts'
import { storable } from './storable.ts'

/** What an owner says of their provider. `defaultRole` is for whoever comes in by it for the first time. */
export type ProviderDraft = {
  issuer: string
  clientId: string
  clientSecret: Sealed<'client secret'>
  domains: readonly string[]
  defaultRole: Exclude<Role, 'owner'>
}
/** `verifiedAt`: a sign-in by it was seen to work, as it now stands. `required`: only owners may still use their password. */
export type ProviderRecord = ProviderDraft & { tenant: string; required: boolean; verifiedAt: Date | null }

/** Where the envelope of a client secret belongs. */
export function clientSecretPlace(tenant: string): Place {
  return { tenant, kind: 'client secret', row: tenant }
}

/** The tenant's provider, or null. */
export async function findProvider(tenant: string): Promise<ProviderRecord | null> {
  const providers = database().selectFrom('sign_on_providers').selectAll().where('tenant', '=', tenant)
  const row = await providers.executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The provider that speaks for a mail domain, in lower case; or null. */
export async function findProviderByDomain(domain: string): Promise<ProviderRecord | null> {
  const domains = database().selectFrom('sign_on_domains').select('tenant').where('domain', '=', domain)
  const row = await domains.executeTakeFirst()
  return row === undefined ? null : findProvider(row.tenant)
}

/** Whether the members of a tenant, but for its owners, have to come in by its provider. */
export async function signOnRequired(tenant: string): Promise<boolean> {
  const row = await database()
    .selectFrom('sign_on_providers')
    .select('required')
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return row?.required ?? false
}

/** Puts a provider in the place of the one before; it has to be verified anew. @throws Conflict at `sign_on_domains_domain` */
export async function replaceProvider(tenant: string, draft: ProviderDraft): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      await db.deleteFrom('sign_on_providers').where('tenant', '=', tenant).execute()
      const sealed = sealEnvelope(env().dataKeys, clientSecretPlace(tenant), draft.clientSecret)
      await db
        .insertInto('sign_on_providers')
        .values({
          tenant,
          issuer: draft.issuer,
          client_id: storable(draft.clientId),
          secret_sealed: sealed,
          default_role: draft.defaultRole,
        })
        .execute()
      await db
        .insertInto('sign_on_domains')
        .values(draft.domains.map((domain) => ({ domain, tenant })))
        .execute()
    })
}

/** Notes that a sign-in by this very provider worked. False when another one was put in its place meanwhile. */
export async function noteVerified(provider: ProviderRecord): Promise<boolean> {
  const { tenant, issuer, clientId, clientSecret } = provider
  const now = await findProvider(tenant)
  if (now === null || !now.clientSecret.equals(clientSecret)) return false
  const done = await database()
    .updateTable('sign_on_providers')
    .set({ verified_at: new Date() })
    .where('tenant', '=', tenant)
    .where('issuer', '=', issuer)
    .where('client_id', '=', clientId)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Makes it the only way in for all but owners, or one of two. False when there is none that was verified. */
export async function requireProvider(tenant: string, required: boolean): Promise<boolean> {
  const done = await database()
    .updateTable('sign_on_providers')
    .set({ required })
    .where('tenant', '=', tenant)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Forgets the provider, with its secret and domains. */
export async function removeProvider(tenant: string): Promise<void> {
  await database().deleteFrom('sign_on_providers').where('tenant', '=', tenant).execute()
}

async function asRecord(row: Selectable<Schema['sign_on_providers']>): Promise<ProviderRecord> {
  const domains = database().selectFrom('sign_on_domains').select('domain').where('tenant', '=', row.tenant)
  const place = clientSecretPlace(row.tenant)
  return {
    tenant: row.tenant,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: openEnvelope<'client secret'>(env().dataKeys, place, row.secret_sealed),
    domains: (await domains.orderBy('domain').execute()).map(({ domain }) => domain),
    defaultRole: row.default_role,
    required: row.required,
    verifiedAt: row.verified_at,
  }
}
