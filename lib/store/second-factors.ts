// Stores a member's second factors: the encrypted secret of the authenticator app, the last code used, and
// the hashed recovery codes.
import 'server-only'
import { sql } from 'kysely'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import { database, type Database } from './database.ts'
import { openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'

export type TotpSecret = Sealed<'totp secret'>
type MemberKey = { tenant: string; id: string }

/** The encryption context of the active secret. */
export function totpContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'totp secret', row: member }
}

/** The encryption context of a secret that is not confirmed yet. */
export function totpCandidateContext(tenant: string, member: string): EncryptionContext {
  return { tenant, kind: 'totp candidate', row: member }
}

/** The active secret and the one being set up, each or null. */
export async function totpOf({
  tenant,
  id,
}: MemberKey): Promise<{ active: TotpSecret | null; candidate: TotpSecret | null }> {
  const members = database().selectFrom('members').select(['totp_sealed', 'totp_candidate_sealed'])
  const row = await members.where('id', '=', id).where('tenant', '=', tenant).executeTakeFirst()
  return {
    active: openSecret(totpContext(tenant, id), row?.totp_sealed),
    candidate: openSecret(totpCandidateContext(tenant, id), row?.totp_candidate_sealed),
  }
}

function openSecret(context: EncryptionContext, text: string | null | undefined): TotpSecret | null {
  return text ? openEnvelope<'totp secret'>(env().dataKeys, context, text) : null
}

/** Stores a secret until its first code proves that an app has it. */
export async function putTotpCandidate({ tenant, id }: MemberKey, secret: TotpSecret): Promise<void> {
  const totp_candidate_sealed = sealEnvelope(env().dataKeys, totpCandidateContext(tenant, id), secret)
  await database().updateTable('members').set({ totp_candidate_sealed }).where('id', '=', id).execute()
}

/** Activates the secret and marks its first code as used. */
export async function putTotp(
  db: Database,
  { tenant, id }: MemberKey,
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

/** Removes the secret. */
export async function removeTotp(db: Database, { id }: MemberKey): Promise<void> {
  await db
    .updateTable('members')
    .set({ totp_sealed: null, totp_candidate_sealed: null, totp_step: null })
    .set(({ eb }) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/**
 * Marks the code of a time step, and all earlier ones, as used. False when it was used already, also by a
 * concurrent request.
 */
export async function consumeTotpStep({ id }: MemberKey, step: number): Promise<boolean> {
  const result = await database()
    .updateTable('members')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(totp_step, 0) < ${step}`)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Replaces all recovery codes; stored as SHA-256 in hex, because they are long and random. */
export async function replaceRecoveryCodes(
  db: Database,
  { id }: MemberKey,
  digests: readonly string[],
): Promise<void> {
  await db.deleteFrom('recovery_codes').where('member', '=', id).execute()
  const rows = digests.map((digest) => ({ member: id, digest, used_at: null }))
  if (rows.length > 0) await db.insertInto('recovery_codes').values(rows).execute()
}

/** Marks a recovery code as used. True for one caller only. */
export async function consumeRecoveryCode({ id }: MemberKey, digest: string): Promise<boolean> {
  const result = await database()
    .updateTable('recovery_codes')
    .set({ used_at: new Date() })
    .where('member', '=', id)
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The number of unused recovery codes of a member. */
export async function countRecoveryCodes({ id }: MemberKey): Promise<number> {
  const row = await database()
    .selectFrom('recovery_codes')
    .select((field) => field.fn.countAll<number>().as('count'))
    .where('member', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
