// Stores the members of a tenant's team, with the encrypted hashes of their passwords.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import type { MemberStatus } from '../views/member.ts'
import type { Role } from '../views/viewer.ts'
import { database, type Database } from './database.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

/** A member of a tenant's team. `passwordHash` is null until they have set a password. */
export type MemberRecord = {
  id: string
  tenant: string
  name: string
  email: string
  role: Role
  passwordHash: Sealed<'password hash'> | null
  status: MemberStatus
  createdAt: Date
  lastSignedInAt: Date | null
  /** Counts changes that affect access: a sign-in that started before one cannot be completed after it. */
  stamp: number
  language: string | null
  /** A new address that is not confirmed yet. */
  pendingEmail: string | null
  /** Whether sign-in asks for a code of an authenticator app. */
  hasTotp: boolean
}

export type MemberDraft = {
  name: string
  email: string
  role: Role
  passwordHash: Sealed<'password hash'> | null
  status?: MemberStatus
  language?: string | null
}

/** The encryption context of a member's password hash. */
export function passwordContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'password hash', row: member }
}

/** `email` as it is stored and searched: one spelling for each mailbox. */
export function emailAsStored(email: string): string {
  return storable(email).trim().normalize('NFC').toLowerCase()
}

/** The member with this e-mail address in any case, or null. Addresses are unique across the portal. */
export async function findMemberByEmail(email: string): Promise<MemberRecord | null> {
  const members = database().selectFrom('members').selectAll()
  const row = await members.where('email', '=', emailAsStored(email)).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The member, or null when there is none. */
export async function findMember(member: string): Promise<MemberRecord | null> {
  const row = await database().selectFrom('members').selectAll().where('id', '=', member).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/**
 * Locks the member until the transaction ends. Returns their status, or null when there is none. Every
 * transaction locks members before their links.
 */
export async function lockMember(db: Database, member: string): Promise<MemberStatus | null> {
  const locked = db.selectFrom('members').select('status').where('id', '=', member).forUpdate()
  return (await locked.executeTakeFirst())?.status ?? null
}

/** The team of a tenant, by name. */
export async function listMembers(tenant: string): Promise<readonly MemberRecord[]> {
  const members = database().selectFrom('members').selectAll().where('tenant', '=', tenant)
  return (await members.orderBy('name').orderBy('id').execute()).map(asRecord)
}

/** Sets the member's password and activates an invited member. The caller then ends the member's sessions. */
export async function editPasswordHash(
  member: { tenant: string; id: string },
  hash: Sealed<'password hash'>,
  db: Database = database(),
): Promise<void> {
  const sealed = sealEnvelope(env().dataKeys, passwordContext(member.tenant, member.id), hash)
  await db
    .updateTable('members')
    .set({ password_hash_sealed: sealed })
    .set({ status: sql<MemberStatus>`case status when 'invited' then 'active' else status end` })
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', member.id)
    .where('tenant', '=', member.tenant)
    .execute()
}

/**
 * Records a sign-in. False when access has changed since `stamp` was read, or the member is suspended: the
 * new session must then end.
 */
export async function recordSignIn(member: { id: string; stamp: number }): Promise<boolean> {
  const result = await database()
    .updateTable('members')
    .set({ last_signed_in_at: new Date() })
    .where('id', '=', member.id)
    .where('stamp', '=', member.stamp)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Inserts a member, inside the caller's transaction. @throws Conflict at `members_email` */
export async function insertMember(db: Database, tenant: string, draft: MemberDraft): Promise<string> {
  const id = randomUUID()
  const hash = draft.passwordHash
  await db
    .insertInto('members')
    .values({
      id,
      tenant,
      name: storable(draft.name),
      email: emailAsStored(draft.email),
      role: draft.role,
      status: draft.status ?? 'active',
      language: draft.language ?? null,
      password_hash_sealed:
        hash === null ? null : sealEnvelope(env().dataKeys, passwordContext(tenant, id), hash),
    })
    .execute()
  return id
}

function asRecord(row: Selectable<Schema['members']>): MemberRecord {
  const hash = row.password_hash_sealed
  const context = passwordContext(row.tenant, row.id)
  return {
    id: row.id,
    tenant: row.tenant,
    name: row.name,
    email: row.email,
    role: row.role,
    passwordHash: hash === null ? null : openEnvelope<'password hash'>(env().dataKeys, context, hash),
    status: row.status,
    createdAt: row.created_at,
    lastSignedInAt: row.last_signed_in_at,
    stamp: row.stamp,
    language: row.language,
    pendingEmail: row.pending_email,
    hasTotp: row.totp_sealed !== null,
  }
}
