// What audit events are about, where it is Kazoo's: the reference sealed, and found again by its digest.
import 'server-only'
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
import type { SubjectKind } from './schema.ts'

type Account = Sealed<'kazoo account'>

/** A thing of Kazoo's; `ref` has the shape of `Refs` in lib/kazoo/ids.ts. */
export type AuditSubject =
  | { kind: 'account'; ref: Account }
  | { kind: 'user'; ref: { account: Account; user: Sealed<'kazoo user'> } }
  | { kind: 'device'; ref: { account: Account; device: Sealed<'kazoo device'> } }
  | { kind: 'vmbox'; ref: { account: Account; vmbox: Sealed<'kazoo vmbox'> } }

/** What an event is about, by name; with the thing of Kazoo's where it has a reference. */
export type NamedSubject = { name: string; kind: string; resource: AuditSubject | null }

/** Where the envelope of a subject belongs. */
export function subjectContext(tenant: string, kind: SubjectKind, digested: string): EncryptionContext {
  return { tenant, kind: `audit subject: ${kind}`, row: digested }
}

/** A thing as events name it: by a number, and in their hashes by digest. */
export type SubjectKey = { id: number; digest: string }

const MOST_KNOWN = 20_000
// Subjects are never changed or removed while their tenant is there, so that what was read once holds.
const known = new WeakMap<Database, Map<string, number>>()

/** The number under which events name this thing, or null when none did. */
export async function findSubject(
  db: Database,
  tenant: string,
  subject: AuditSubject,
): Promise<number | null> {
  return numberOf(db, tenant, subject.kind, await digestOf(db, subject))
}

/** The number under which events name this thing; from now on, if none did. */
export async function ensureSubject(
  db: Database,
  tenant: string,
  subject: AuditSubject,
): Promise<SubjectKey> {
  const digested = await digestOf(db, subject)
  const found = await numberOf(db, tenant, subject.kind, digested)
  if (found !== null) return { id: found, digest: digested }
  const context = subjectContext(tenant, subject.kind, digested)
  const ref_sealed = sealEnvelope(env().dataKeys, context, joined(...idsOf(subject)))
  await db
    .insertInto('audit_subjects')
    .values({ tenant, kind: subject.kind, digest: digested, ref_sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = await numberOf(db, tenant, subject.kind, digested)
  if (id === null) throw new EnvelopeFault('A subject of the trail was not written.')
  return { id, digest: digested }
}

/** The account in which a thing is: itself, where it is one. */
export function accountOf(resource: AuditSubject): AuditSubject {
  return resource.kind === 'account' ? resource : { kind: 'account', ref: resource.ref.account }
}

/** The thing that the envelope holds. @throws EnvelopeFault */
export function openSubject(tenant: string, kind: SubjectKind, digested: string, text: string): AuditSubject {
  const ids = openEnvelope<'joined'>(env().dataKeys, subjectContext(tenant, kind, digested), text)
  const account = part<'kazoo account'>(ids, 0)
  if (kind === 'account') return { kind, ref: account }
  if (kind === 'user') return { kind, ref: { account, user: part<'kazoo user'>(ids, 1) } }
  if (kind === 'device') return { kind, ref: { account, device: part<'kazoo device'>(ids, 1) } }
  return { kind, ref: { account, vmbox: part<'kazoo vmbox'>(ids, 1) } }
}

async function numberOf(db: Database, tenant: string, kind: SubjectKind, digested: string) {
  const numbers = known.get(db) ?? new Map<string, number>()
  known.set(db, numbers)
  const name = `${tenant} ${kind} ${digested}`
  const held = numbers.get(name)
  if (held !== undefined) return held
  const subjects = db.selectFrom('audit_subjects').select('id').where('tenant', '=', tenant)
  const row = await subjects.where('kind', '=', kind).where('digest', '=', digested).executeTakeFirst()
  if (row === undefined) return null
  if (numbers.size >= MOST_KNOWN) numbers.clear()
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
