// Stores tenants: the account of a Kazoo that each reseller connected. The account's id is encrypted, and
// unique by its digest.
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { env } from '../env.ts'
import { Rejected } from '../errors.ts'
import type { Sealed } from '../sealed.ts'
import { insertCredentials, type Credentials } from './credentials.ts'
import { database, type Database } from './database.ts'
import { digestKey } from './digest-key.ts'
import { digest, openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import { Conflict } from './errors.ts'
import { insertMember, type MemberDraft } from './members.ts'
import type { Schema, TenantState } from './schema.ts'
import { storable } from './storable.ts'

/** A reseller of this portal. Unique by (Crossbar origin, granted account). */
export type TenantRecord = {
  id: string
  name: string
  crossbarOrigin: string
  account: Sealed<'kazoo account'>
  status: TenantState
  createdAt: Date
  /** Null: not on trial. */
  trialEndsAt: Date | null
  wentLiveAt: Date | null
  /** When the tenant will be deleted with all its data; null: not scheduled. */
  removalAt: Date | null
  /**
   * When its Kazoo last accepted a link of its own recovery mail without signing the user in; null: not since
   * one worked, or since it was connected.
   */
  recoveryFailedAt: Date | null
}

/** A new tenant: all of it is written, or nothing. */
export type TenantDraft = {
  name: string
  /** The result of `new URL(...).origin`, so that one Kazoo has one spelling. */
  crossbarOrigin: string
  account: Sealed<'kazoo account'>
  credentials: Credentials
  owner: Omit<MemberDraft, 'role'>
  trialEndsAt?: Date
}

/** Further writes in the transaction that creates a tenant, such as a mail or an audit event. */
export type AlsoInTransaction = (db: Database, created: { tenant: string; owner: string }) => Promise<void>

/** The encryption context of a tenant's granted account. */
export function accountContext(tenant: string): EncryptionContext {
  return { tenant, kind: 'granted account', row: tenant }
}

/**
 * Creates a tenant with its credentials and its owner in one transaction.
 * @throws Rejected at `account` when that account of that origin is a tenant already; at `email` when the
 * owner's address is in use
 */
export async function createTenant(
  draft: TenantDraft,
  also: AlsoInTransaction = () => Promise.resolve(),
): Promise<TenantRecord> {
  const db = database()
  const id = randomUUID()
  const key = await digestKey(db)
  try {
    return await db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('tenants')
        .values({
          id,
          name: storable(draft.name),
          crossbar_origin: draft.crossbarOrigin,
          account_sealed: sealEnvelope(env().dataKeys, accountContext(id), draft.account),
          account_digest: digest(key, 'granted account', draft.account),
          trial_ends_at: draft.trialEndsAt ?? null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await insertCredentials(trx, id, draft.credentials)
      const owner = await insertMember(trx, id, { ...draft.owner, role: 'owner' })
      await also(trx, { tenant: id, owner })
      return asRecord(row)
    })
  } catch (fault) {
    throw rejected(fault)
  }
}

/** The tenant, or null. */
export async function findTenant(tenant: string): Promise<TenantRecord | null> {
  const row = await database().selectFrom('tenants').selectAll().where('id', '=', tenant).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The tenant of this account of this Kazoo (docs/security.md row 9), or null. */
export async function findTenantOfAccount(
  crossbarOrigin: string,
  account: Sealed<'kazoo account'>,
): Promise<TenantRecord | null> {
  const db = database()
  const digested = digest(await digestKey(db), 'granted account', account)
  const tenants = db.selectFrom('tenants').selectAll().where('crossbar_origin', '=', crossbarOrigin)
  const row = await tenants.where('account_digest', '=', digested).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** All tenants, by name: for the operator. */
export async function listTenants(): Promise<readonly TenantRecord[]> {
  const rows = await database().selectFrom('tenants').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(asRecord)
}

function asRecord(row: Selectable<Schema['tenants']>): TenantRecord {
  return {
    id: row.id,
    name: row.name,
    crossbarOrigin: row.crossbar_origin,
    account: openEnvelope<'kazoo account'>(env().dataKeys, accountContext(row.id), row.account_sealed),
    status: row.status,
    createdAt: row.created_at,
    trialEndsAt: row.trial_ends_at,
    wentLiveAt: row.went_live_at,
    removalAt: row.removal_at,
    recoveryFailedAt: row.recovery_failed_at,
  }
}

function rejected(fault: unknown): unknown {
  if (!(fault instanceof Conflict)) return fault
  if (fault.constraint === 'tenants_origin_account') {
    return new Rejected({ account: 'messages.account.taken' })
  }
  if (fault.constraint === 'members_email') {
    return new Rejected({ email: 'messages.member.taken' })
  }
  return fault
}
