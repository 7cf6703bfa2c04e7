// The secret of a member's app for codes, sealed; the last code that counted; and the codes for when the app is lost, hashed.
import 'server-only'
import { sql } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import { database, type Database } from './database.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'

export type TotpSecret = Sealed<'totp secret'>
type Whose = { tenant: string; id: string }

/** Where the secret in force belongs. */
export function totpContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'totp secret', row: member }
}

/** Where a secret belongs that nobody has shown to have in an app yet. */
export function totpCandidateContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'totp candidate', row: member }
}

/** The secret in force and the one being set up, each or neither. */
export async function totpOf({
  tenant,
  id,
}: Whose): Promise<{ active: TotpSecret | null; candidate: TotpSecret | null }> {
  const members = database().selectFrom('members').select(['totp_sealed', 'totp_candidate_sealed'])
  const row = await members.where('id', '=', id).where('tenant', '=', tenant).executeTakeFirst()
  return {
    active: opened(totpContext(tenant, id), row?.totp_sealed),
    candidate: opened(totpCandidateContext(tenant, id), row?.totp_candidate_sealed),
  }
}

function opened(context: EncryptionContext, text: string | null | undefined): TotpSecret | null {
  return text ? openEnvelope<'totp secret'>(env().dataKeys, context, text) : null
}

/** Keeps a secret until its first code proves that it is in an app. */
export async function putTotpCandidate({ tenant, id }: Whose, secret: TotpSecret): Promise<void> {
  const totp_candidate_sealed = sealEnvelope(env().dataKeys, totpCandidateContext(tenant, id), secret)
  await database().updateTable('members').set({ totp_candidate_sealed }).where('id', '=', id).execute()
}

/** Puts the secret in force, its first code used. */
export async function putTotp(
  db: Database,
  { tenant, id }: Whose,
  secret: TotpSecret,
  step: number,
): Promise<void> {
  const totp_sealed = sealEnvelope(env().dataKeys, totpContext(tenant, id), secret)
  await db
    .updateTable('members')
    .set({ totp_sealed, totp_candidate_sealed: null, totp_step: step })
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Takes the secret away. */
export async function removeTotp(db: Database, { id }: Whose): Promise<void> {
  await db
    .updateTable('members')
    .set({ totp_sealed: null, totp_candidate_sealed: null, totp_step: null })
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Uses up the code of a time step, and all before it; false when it was used already, also by somebody at the same moment. */
export async function consumeTotpStep({ id }: Whose, step: number): Promise<boolean> {
  const done = await database()
    .updateTable('members')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(totp_step, 0) < ${step}`)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Puts new recovery codes in the place of all old ones; SHA-256 in hex, for they are long and random. */
export async function replaceRecoveryCodes(
  db: Database,
  { id }: Whose,
  digests: readonly string[],
): Promise<void> {
  await db.deleteFrom('recovery_codes').where('member', '=', id).execute()
  const rows = digests.map((digest) => ({ member: id, digest, used_at: null }))
  if (rows.length > 0) await db.insertInto('recovery_codes').values(rows).execute()
}

/** Uses a recovery code up; of many who try, one gets it. */
export async function consumeRecoveryCode({ id }: Whose, digest: string): Promise<boolean> {
  const done = await database()
    .updateTable('recovery_codes')
    .set({ used_at: new Date() })
    .where('member', '=', id)
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** How many recovery codes a member has left. */
export async function countRecoveryCodes({ id }: Whose): Promise<number> {
  const row = await database()
    .selectFrom('recovery_codes')
    .select((field) => field.fn.countAll<number>().as('count'))
    .where('member', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
