// Stores the identity providers of tenants: issuer, client id and encrypted client secret.
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

/** An owner's settings of a provider. `defaultRole` is for members who sign in by it for the first time. */
export type ProviderDraft = {
  issuer: string
  clientId: string
  clientSecret: Sealed<'client secret'>
  defaultRole: GivenRole
}
/**
 * `verifiedAt`: when a sign-in with the current settings worked. `required`: only owners may still use a
 * password. `vouches`: the owner vouches for its e-mail addresses although it does not claim to have verified
 * them. `domains`: the mail domains that the tenant has proved.
 */
export type ProviderRecord = ProviderDraft & {
  tenant: string
  domains: readonly string[]
  required: boolean
  vouches: boolean
  verifiedAt: Date | null
}

/** The encryption context of a client secret. */
export function clientSecretContext(tenant: string): EncryptionContext {
  return { tenant, kind: 'client secret', row: tenant }
}

/** The tenant's provider, or null. */
export async function findProvider(tenant: string): Promise<ProviderRecord | null> {
  const providers = database().selectFrom('sign_on_providers').selectAll().where('tenant', '=', tenant)
  const row = await providers.executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The provider of the tenant that has proved a mail domain (A-labels, lower case), or null. */
export async function findProviderByDomain(domain: string): Promise<ProviderRecord | null> {
  const holder = await holderOfMailDomain(domain)
  return holder === null ? null : findProvider(holder)
}

/**
 * Whether members other than owners must sign in with the tenant's provider. Not while no mail domain is
 * proved, because nobody could sign in then.
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

/** Replaces the provider. It has to be verified again, and vouched for again when the issuer changes. */
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

/** Records that a sign-in with this provider worked. False when it was replaced in the meantime. */
export async function recordProviderVerified(provider: ProviderRecord): Promise<boolean> {
  const { tenant, issuer, clientId, clientSecret } = provider
  const current = await findProvider(tenant)
  if (current === null || !current.clientSecret.equals(clientSecret)) return false
  const result = await database()
    .updateTable('sign_on_providers')
    .set({ verified_at: new Date() })
    .where('tenant', '=', tenant)
    .where('issuer', '=', issuer)
    .where('client_id', '=', clientId)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes the provider required for all but owners, or optional. False when no verified one exists. */
export async function requireProvider(tenant: string, required: boolean): Promise<boolean> {
  const result = await database()
    .updateTable('sign_on_providers')
    .set({ required })
    .where('tenant', '=', tenant)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Records whether the owner vouches for the provider's addresses. False when there is no provider. */
export async function setProviderVouched(tenant: string, vouches: boolean): Promise<boolean> {
  const provider = database().updateTable('sign_on_providers').set({ vouches }).where('tenant', '=', tenant)
  return (await provider.executeTakeFirst()).numUpdatedRows === 1n
}

/** Deletes the provider with its secret. Proved mail domains stay. */
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
