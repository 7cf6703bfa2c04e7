// What a tenant gave us to enter its Kazoo with: one set each, the secret of it in an envelope.
import 'server-only'
import type { Insertable, Selectable } from 'kysely'
import { env } from '../env.ts'
import { NotFound } from '../errors.ts'
import type { Sealed } from '../sealed.ts'
import { database, type Database } from './database.ts'
import { EnvelopeFault, openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import type { Schema } from './schema.ts'

/**
 * Which account a credentials token is for: Kazoo looks it up by realm or by name (docs/kazoo.md section
 * 5.2).
 */
export type CredentialsAccount = { realm: string } | { name: string }

/** What `user_auth` or `api_auth` takes; the shape of `Credentials` in lib/kazoo/auth.ts, of which the store knows nothing. */
export type Credentials =
  | {
      kind: 'user'
      account: CredentialsAccount
      method: 'md5' | 'sha'
      token: Sealed<'credentials token'>
    }
  | { kind: 'api key'; key: Sealed<'api key'> }

/** Credentials with their history. `lastError` is a word of ours, null once they have worked again. */
export type StoredCredentials = Credentials & {
  createdAt: Date
  lastWorkedAt: Date | null
  lastError: string | null
  lastErrorAt: Date | null
}

/** Where their envelope belongs. The kind is a part of it: an API key moved to where a token is due does not open. */
export function credentialsContext(tenant: string, kind: Credentials['kind']): EncryptionContext {
  return { tenant, kind: `credentials: ${kind}`, row: tenant }
}

/** The tenant's credentials. @throws NotFound when it holds none */
export async function credentialsOf(tenant: string): Promise<StoredCredentials> {
  const held = database().selectFrom('credentials').selectAll().where('tenant', '=', tenant)
  const row = await held.executeTakeFirst()
  if (row === undefined) throw new NotFound()
  const history = {
    createdAt: row.created_at,
    lastWorkedAt: row.last_worked_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
  }
  return { ...opened(row), ...history }
}

/** What is known already, and was noted within the last minute, is not written again. */
const NOTED_MS = 60_000

/** Notes that Kazoo has just taken the credentials. */
export async function recordCredentialsSuccess(tenant: string, now: Date = new Date()): Promise<void> {
  await database()
    .updateTable('credentials')
    .set({ last_worked_at: now, last_error: null, last_error_at: null })
    .where('tenant', '=', tenant)
    .where((field) =>
      field.or([
        field('last_worked_at', 'is', null),
        field('last_worked_at', '<', new Date(now.getTime() - NOTED_MS)),
        field('last_error', 'is not', null),
      ]),
    )
    .execute()
}

/** Notes why the credentials did not work, in a word of ours: never Kazoo's. */
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
        field('last_error_at', '<', new Date(now.getTime() - NOTED_MS)),
      ]),
    )
    .execute()
}

/** Writes the credentials of a new tenant, inside the caller's transaction. */
export async function insertCredentials(db: Database, tenant: string, given: Credentials): Promise<void> {
  await db.insertInto('credentials').values(asRow(tenant, given)).execute()
}

/** Puts credentials in the place of those held, which are gone then; also where there were none. Inside the caller's transaction. */
export async function replaceCredentials(db: Database, tenant: string, given: Credentials): Promise<void> {
  await db.deleteFrom('credentials').where('tenant', '=', tenant).execute()
  await insertCredentials(db, tenant, given)
}

/** Destroys the credentials of a tenant. */
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

function opened(row: Selectable<Schema['credentials']>): Credentials {
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
