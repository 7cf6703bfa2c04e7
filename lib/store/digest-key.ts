// Stores the key of all digests, encrypted. It is created once and never changes, so that digests stay
// comparable after a key rotation.
import 'server-only'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import type { Database } from './database.ts'
import { freshKey, openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'

/** The encryption context of the digest key, which belongs to the portal and not to a tenant. */
export const DIGEST_KEY_CONTEXT: EncryptionContext = { tenant: 'portal', kind: 'digest key', row: '1' }

const keys = new WeakMap<Database, Sealed<'key'>>()

/** The digest key of this database. It is created on first use, also when several processes do so at once. */
export async function digestKey(db: Database): Promise<Sealed<'key'>> {
  const cached = keys.get(db)
  if (cached !== undefined) return cached
  const stored = (await findDigestKey(db)) ?? (await makeDigestKey(db))
  const key = openEnvelope<'key'>(env().dataKeys, DIGEST_KEY_CONTEXT, stored)
  keys.set(db, key)
  return key
}

async function findDigestKey(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('digest_keys').select('key_sealed').where('id', '=', 1).executeTakeFirst()
  return row?.key_sealed
}

async function makeDigestKey(db: Database): Promise<string> {
  const sealed = sealEnvelope(env().dataKeys, DIGEST_KEY_CONTEXT, freshKey())
  await db
    .insertInto('digest_keys')
    .values({ id: 1, key_sealed: sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Another process may have created it first; that key counts.
  return (await findDigestKey(db)) ?? sealed
}
