// Stores the Kazoo resources that audit events are about: the reference encrypted, and found by its digest.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import type { Database } from './database.ts'
import { digestKey } from './digest-key.ts'
import {
  digest,
  EnvelopeFault,
  joined,
  openEnvelope,
  part,
  sealEnvelope,
  type EncryptionContext,
} from './envelope.ts'
import type { SubjectKind } from './audit-schema.ts'

type Account = Sealed<'kazoo account'>

/** A Kazoo resource; `ref` has the shape of `Refs` in lib/kazoo/ids.ts. */
export type AuditSubject =
  | { kind: 'account'; ref: Account }
  | { kind: 'user'; ref: { account: Account; user: Sealed<'kazoo user'> } }
  | { kind: 'device'; ref: { account: Account; device: Sealed<'kazoo device'> } }
  | { kind: 'vmbox'; ref: { account: Account; vmbox: Sealed<'kazoo vmbox'> } }

/** The subject of an event by name, with the Kazoo resource where it has one. */
export type NamedSubject = { name: string; kind: string; resource: AuditSubject | null }

/** The encryption context of a subject. */
export function subjectContext(tenant: string, kind: SubjectKind, digested: string): EncryptionContext {
  return { tenant, kind: `audit subject: ${kind}`, row: digested }
}

/** A subject as events refer to it: by number, and in their hashes by digest. */
export type SubjectKey = { id: number; digest: string }

const MAX_CACHED = 20_000
// Subjects are never changed, nor removed while their tenant exists, so they can be cached.
const cachedIds = new WeakMap<Database, LRUCache<string, number>>()

/** The number of a subject, or null when no event refers to it. */
export async function findSubject(
  db: Database,
  tenant: string,
  subject: AuditSubject,
): Promise<number | null> {
  return idOf(db, tenant, subject.kind, await digestOf(db, subject))
}

/** The number of a subject, which is created where there is none. */
export async function ensureSubject(
  db: Database,
  tenant: string,
  subject: AuditSubject,
): Promise<SubjectKey> {
  const digested = await digestOf(db, subject)
  const found = await idOf(db, tenant, subject.kind, digested)
  if (found !== null) return { id: found, digest: digested }
  const context = subjectContext(tenant, subject.kind, digested)
  const ref_sealed = sealEnvelope(env().dataKeys, context, joined(...idsOf(subject)))
  await db
    .insertInto('audit_subjects')
    .values({ tenant, kind: subject.kind, digest: digested, ref_sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = await idOf(db, tenant, subject.kind, digested)
  if (id === null) throw new EnvelopeFault('A subject of the audit log was not written.')
  return { id, digest: digested }
}

/** The account that a resource belongs to; an account belongs to itself. */
export function accountOf(resource: AuditSubject): AuditSubject {
  return resource.kind === 'account' ? resource : { kind: 'account', ref: resource.ref.account }
}

/** Decrypts a subject. @throws EnvelopeFault */
export function openSubject(tenant: string, kind: SubjectKind, digested: string, text: string): AuditSubject {
  const ids = openEnvelope<'joined'>(env().dataKeys, subjectContext(tenant, kind, digested), text)
  const account = part<'kazoo account'>(ids, 0)
  if (kind === 'account') return { kind, ref: account }
  if (kind === 'user') return { kind, ref: { account, user: part<'kazoo user'>(ids, 1) } }
  if (kind === 'device') return { kind, ref: { account, device: part<'kazoo device'>(ids, 1) } }
  return { kind, ref: { account, vmbox: part<'kazoo vmbox'>(ids, 1) } }
}

async function idOf(db: Database, tenant: string, kind: SubjectKind, digested: string) {
  const numbers = cachedIds.get(db) ?? new LRUCache<string, number>({ max: MAX_CACHED })
  cachedIds.set(db, numbers)
  const name = `${tenant} ${kind} ${digested}`
  const cached = numbers.get(name)
  if (cached !== undefined) return cached
  const subjects = db.selectFrom('audit_subjects').select('id').where('tenant', '=', tenant)
  const row = await subjects.where('kind', '=', kind).where('digest', '=', digested).executeTakeFirst()
  if (row === undefined) return null
  numbers.set(name, row.id)
  return row.id
}

async function digestOf(db: Database, subject: AuditSubject): Promise<string> {
  return digest(await digestKey(db), `audit subject: ${subject.kind}`, ...idsOf(subject))
}

function idsOf(subject: AuditSubject): Sealed<string>[] {
  if (subject.kind === 'account') return [subject.ref]
  if (subject.kind === 'user') return [subject.ref.account, subject.ref.user]
  if (subject.kind === 'device') return [subject.ref.account, subject.ref.device]
  return [subject.ref.account, subject.ref.vmbox]
}
