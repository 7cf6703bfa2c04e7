// Members: the people of a tenant's team, and the sealed hash of what they sign in with.
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

/** A person of a tenant's team. `passwordHash` is null until they have set a password. */
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
  /** Counts the changes of what lets them in: a sign-in that began before one is not finished after it. */
  stamp: number
  language: string | null
  /** The address that waits for its owner to confirm it. */
  pendingEmail: string | null
  /** Whether a code of an app is asked of them at sign-in. */
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

/** Where the envelope of a member's password hash belongs. */
export function passwordContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'password hash', row: member }
}

/** `email` as it is stored and looked for: one spelling for each mailbox, whatever case was typed. */
export function emailAsStored(email: string): string {
  return storable(email).trim().normalize('NFC').toLowerCase()
}

/** The member who signs in with `email` in whatever case, or null. It is unique over the whole portal. */
export async function findMemberByEmail(email: string): Promise<MemberRecord | null> {
  const members = database().selectFrom('members').selectAll()
  const row = await members.where('email', '=', emailAsStored(email)).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The member, or null when there is none of this id (any more). */
export async function findMember(member: string): Promise<MemberRecord | null> {
  const row = await database().selectFrom('members').selectAll().where('id', '=', member).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** Holds the member until the transaction ends, and says how they stand; null: there is none. Taken before their links, by everybody. */
export async function lockMember(db: Database, member: string): Promise<MemberStatus | null> {
  const held = db.selectFrom('members').select('status').where('id', '=', member).forUpdate()
  return (await held.executeTakeFirst())?.status ?? null
}

/** The team of a tenant, by name. */
export async function listMembers(tenant: string): Promise<readonly MemberRecord[]> {
  const members = database().selectFrom('members').selectAll().where('tenant', '=', tenant)
  return (await members.orderBy('name').orderBy('id').execute()).map(asRecord)
}

/** Gives the member another password; who was invited is active from then on. Whoever calls this ends their sessions after it. */
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
 * Notes that the member has just signed in. False when what lets them in has changed since `stamp` was read, or they are suspended: then
 * the session that has just begun must end.
 */
export async function recordSignIn(member: { id: string; stamp: number }): Promise<boolean> {
  const done = await database()
    .updateTable('members')
    .set({ last_signed_in_at: new Date() })
    .where('id', '=', member.id)
    .where('stamp', '=', member.stamp)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Writes a member, inside the caller's transaction. @throws Conflict at `members_email` */
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
