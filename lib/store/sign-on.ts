// Identity providers of tenants: where each is, what it knows us by, and the secret of that, sealed.
import 'server-only'
import type { Selectable } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import type { GivenRole } from '../views/sign-on.ts'
import { database } from './database.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import { holderOfMailDomain, mailDomainsOf } from './mail-domains.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

/** What an owner says of their provider. `defaultRole` is for whoever comes in by it for the first time. */
export type ProviderDraft = {
  issuer: string
  clientId: string
  clientSecret: Sealed<'client secret'>
  defaultRole: GivenRole
}
/**
 * `verifiedAt`: a sign-in by it was seen to work, as it now stands. `required`: only owners may still use their password. `vouches`: the owner
 * says that its addresses are right although it does not say so itself. `domains`: the mail domains that the tenant has proved.
 */
export type ProviderRecord = ProviderDraft & {
  tenant: string
  domains: readonly string[]
  required: boolean
  vouches: boolean
  verifiedAt: Date | null
}

/** Where the envelope of a client secret belongs. */
export function clientSecretContext(tenant: string): EncryptionContext {
  return { tenant, kind: 'client secret', row: tenant }
}

/** The tenant's provider, or null. */
export async function findProvider(tenant: string): Promise<ProviderRecord | null> {
  const providers = database().selectFrom('sign_on_providers').selectAll().where('tenant', '=', tenant)
  const row = await providers.executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The provider that speaks for a mail domain, in A-labels and lower case: that of the tenant that has proved it. Or null. */
export async function findProviderByDomain(domain: string): Promise<ProviderRecord | null> {
  const holder = await holderOfMailDomain(domain)
  return holder === null ? null : findProvider(holder)
}

/**
 * Whether the members of a tenant, but for its owners, have to come in by its provider. Not while none of its mail domains is proved: then
 * nobody can, and the requirement would lock them out.
 */
export async function signOnRequired(tenant: string): Promise<boolean> {
  const row = await database()
    .selectFrom('sign_on_providers')
    .select('required')
    .where('tenant', '=', tenant)
    .where('required', '=', true)
    .where('tenant', 'in', (db) => db.selectFrom('mail_domains').select('tenant').where('state', '=', 'live'))
    .executeTakeFirst()
  return row !== undefined
}

/** Puts a provider in the place of the one before; it has to be verified anew, and another issuer to be vouched for anew. */
export async function replaceProvider(tenant: string, draft: ProviderDraft): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      const before = await db
        .deleteFrom('sign_on_providers')
        .where('tenant', '=', tenant)
        .returning(['issuer', 'vouches'])
        .executeTakeFirst()
      const sealed = sealEnvelope(env().dataKeys, clientSecretContext(tenant), draft.clientSecret)
      await db
        .insertInto('sign_on_providers')
        .values({
          tenant,
          issuer: draft.issuer,
          client_id: storable(draft.clientId),
          secret_sealed: sealed,
          default_role: draft.defaultRole,
          vouches: before?.issuer === draft.issuer && before.vouches,
        })
        .execute()
    })
}

/** Notes that a sign-in by this very provider worked. False when another one was put in its place meanwhile. */
export async function recordProviderVerified(provider: ProviderRecord): Promise<boolean> {
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

/** Notes whether the owner says that the provider's addresses are right. False when there is no provider. */
export async function setProviderVouched(tenant: string, vouches: boolean): Promise<boolean> {
  const provider = database().updateTable('sign_on_providers').set({ vouches }).where('tenant', '=', tenant)
  return (await provider.executeTakeFirst()).numUpdatedRows === 1n
}

/** Forgets the provider, with its secret. The proved domains stay the tenant's. */
export async function removeProvider(tenant: string): Promise<void> {
  await database().deleteFrom('sign_on_providers').where('tenant', '=', tenant).execute()
}

async function asRecord(row: Selectable<Schema['sign_on_providers']>): Promise<ProviderRecord> {
  const proved = (await mailDomainsOf(row.tenant)).filter(({ state }) => state === 'live')
  const context = clientSecretContext(row.tenant)
  return {
    tenant: row.tenant,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: openEnvelope<'client secret'>(env().dataKeys, context, row.secret_sealed),
    domains: proved.map(({ domain }) => domain),
    defaultRole: row.default_role,
    required: row.required,
    vouches: row.vouches,
    verifiedAt: row.verified_at,
  }
}
