// The key of all digests: made once, kept in an envelope, and never changed, so that uniqueness outlives key rotation.
import 'server-only'
import { env } from '../env.ts'
import type { Sealed } from '../sealed.ts'
import type { Database } from './database.ts'
import { freshKey, openEnvelope, sealEnvelope, type EncryptionContext } from './envelope.ts'

/** Where the envelope of the digest key belongs: to the portal, not to a tenant. */
export const DIGEST_KEY_CONTEXT: EncryptionContext = { tenant: 'portal', kind: 'digest key', row: '1' }

const found = new WeakMap<Database, Sealed<'key'>>()

/** The digest key of this database; made by whoever asks first, also when several processes do. */
export async function digestKey(db: Database): Promise<Sealed<'key'>> {
  const known = found.get(db)
  if (known !== undefined) return known
  const stored = (await findDigestKey(db)) ?? (await makeDigestKey(db))
  const key = openEnvelope<'key'>(env().dataKeys, DIGEST_KEY_CONTEXT, stored)
  found.set(db, key)
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
  // Another process may have been first: its key is the one that counts.
  return (await findDigestKey(db)) ?? sealed
}
