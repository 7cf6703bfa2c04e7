// Remembers which links of Kazoo's password recovery were used: only a digest of each, so that a copy of the
// table opens nothing. Kept for as long as the tenant, because Kazoo 4.3 accepts a link forever.
import 'server-only'
import type { Sealed } from '../sealed.ts'
import { database } from './database.ts'
import { digestKey } from './digest-key.ts'
import { digest } from './envelope.ts'

/** The id in such a link. It contains the account's id and is as good as a password. */
export type ResetId = Sealed<'reset id'>

/** Marks an id as used. True for one caller only. @throws Unavailable */
export async function useRecoveryId(tenant: string, id: ResetId, now: Date): Promise<boolean> {
  const used = await database()
    .insertInto('used_recovery_ids')
    .values({ digest: await digestOf(id), tenant, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst()
  return used !== undefined
}

/** Whether an id was used. Reading changes nothing. @throws Unavailable */
export async function isRecoveryIdUsed(id: ResetId): Promise<boolean> {
  const rows = database().selectFrom('used_recovery_ids').select('digest')
  return (await rows.where('digest', '=', await digestOf(id)).executeTakeFirst()) !== undefined
}

/** Makes an id usable again after it had no effect. @throws Unavailable */
export async function releaseRecoveryId(id: ResetId): Promise<void> {
  await database()
    .deleteFrom('used_recovery_ids')
    .where('digest', '=', await digestOf(id))
    .execute()
}

async function digestOf(id: ResetId): Promise<string> {
  return digest(await digestKey(database()), 'reset id', id)
}
