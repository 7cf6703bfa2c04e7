// Stores the Kazoo credentials of tenants: one set each, with its secret encrypted.
import 'server-only'
import type { Insertable, Selectable } from 'kysely'
import { env } from '../env.ts'
import { NotFound } from '../errors.ts'
import type { Sealed } from '../sealed.ts'
import { database, type Database } from './database.ts'
import { EnvelopeFault, openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import type { Schema } from './schema.ts'

/** The account of a credentials token: Kazoo looks it up by realm or by name (docs/kazoo.md section 5.2). */
export type CredentialsAccount = { realm: string } | { name: string }

/**
 * What `user_auth` or `api_auth` accepts; the shape of `Credentials` in lib/kazoo/auth.ts, which the store
 * does not import.
 */
export type Credentials =
  | {
      kind: 'user'
      account: CredentialsAccount
      method: 'md5' | 'sha'
      token: Sealed<'credentials token'>
    }
  | { kind: 'api key'; key: Sealed<'api key'> }

/** Credentials with their history. `lastError` is a failure reason, null once they have worked again. */
export type StoredCredentials = Credentials & {
  createdAt: Date
  lastWorkedAt: Date | null
  lastError: string | null
  lastErrorAt: Date | null
}

/**
 * The encryption context of credentials. It includes the kind, so that an API key stored in place of a token
 * does not decrypt.
 */
export function credentialsContext(tenant: string, kind: Credentials['kind']): EncryptionContext {
  return { tenant, kind: `credentials: ${kind}`, row: tenant }
}

/** The tenant's credentials. @throws NotFound when it has none */
export async function credentialsOf(tenant: string): Promise<StoredCredentials> {
  const rows = database().selectFrom('credentials').selectAll().where('tenant', '=', tenant)
  const row = await rows.executeTakeFirst()
  if (row === undefined) throw new NotFound()
  const history = {
    createdAt: row.created_at,
    lastWorkedAt: row.last_worked_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
  }
  return { ...openCredentials(row), ...history }
}

/** A result that is unchanged is recorded again only after this time, in ms. */
const RECORD_INTERVAL_MS = 60_000

/** Records that Kazoo accepted the credentials. */
export async function recordCredentialsSuccess(tenant: string, now: Date = new Date()): Promise<void> {
  await database()
    .updateTable('credentials')
    .set({ last_worked_at: now, last_error: null, last_error_at: null })
    .where('tenant', '=', tenant)
    .where((field) =>
      field.or([
        field('last_worked_at', 'is', null),
        field('last_worked_at', '<', new Date(now.getTime() - RECORD_INTERVAL_MS)),
        field('last_error', 'is not', null),
      ]),
    )
    .execute()
}

/** Records why the credentials did not work, as a failure reason and never in Kazoo's words. */
export async function recordCredentialsFailure(
  tenant: string,
  error: string,
  now: Date = new Date(),
): Promise<void> {
  await database()
    .updateTable('credentials')
    .set({ last_error: error, last_error_at: now })
    .where('tenant', '=', tenant)
    .where((field) =>
      field.or([
        field('last_error', 'is distinct from', error),
        field('last_error_at', '<', new Date(now.getTime() - RECORD_INTERVAL_MS)),
      ]),
    )
    .execute()
}

/** Inserts the credentials of a new tenant, inside the caller's transaction. */
export async function insertCredentials(db: Database, tenant: string, given: Credentials): Promise<void> {
  await db.insertInto('credentials').values(asRow(tenant, given)).execute()
}

/** Replaces the tenant's credentials, if any, inside the caller's transaction. */
export async function replaceCredentials(db: Database, tenant: string, given: Credentials): Promise<void> {
  await db.deleteFrom('credentials').where('tenant', '=', tenant).execute()
  await insertCredentials(db, tenant, given)
}

/** Deletes the credentials of a tenant. */
export async function removeCredentials(tenant: string): Promise<void> {
  await database().deleteFrom('credentials').where('tenant', '=', tenant).execute()
}

function asRow(tenant: string, given: Credentials): Insertable<Schema['credentials']> {
  const context = credentialsContext(tenant, given.kind)
  const ring = env().dataKeys
  if (given.kind === 'api key') {
    return { tenant, kind: given.kind, secret_sealed: sealEnvelope(ring, context, given.key) }
  }
  return {
    tenant,
    kind: given.kind,
    account_realm: 'realm' in given.account ? given.account.realm : null,
    account_name: 'name' in given.account ? given.account.name : null,
    method: given.method,
    secret_sealed: sealEnvelope(ring, context, given.token),
  }
}

function openCredentials(row: Selectable<Schema['credentials']>): Credentials {
  const context = credentialsContext(row.tenant, row.kind)
  const ring = env().dataKeys
  if (row.kind === 'api key') {
    return { kind: row.kind, key: openEnvelope<'api key'>(ring, context, row.secret_sealed) }
  }
  const account = accountOf(row)
  if (row.method === null || account === null) throw new EnvelopeFault()
  const token = openEnvelope<'credentials token'>(ring, context, row.secret_sealed)
  return { kind: row.kind, account, method: row.method, token }
}

function accountOf(row: Selectable<Schema['credentials']>): CredentialsAccount | null {
  if (row.account_realm !== null) return { realm: row.account_realm }
  return row.account_name === null ? null : { name: row.account_name }
}
