// Stores the passkeys of members: public keys, each for one host (the WebAuthn relying party).
import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { database, type Database } from './database.ts'
import { storable } from './storable.ts'

export type PasskeyRecord = {
  id: string
  member: string
  name: string
  rpId: string
  credential: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: readonly string[]
  createdAt: Date
  lastUsedAt: Date | null
}
export type PasskeyDraft = Omit<PasskeyRecord, 'id' | 'createdAt' | 'lastUsedAt'> & { tenant: string }

const Transports = z.array(z.string())

/** Adds a passkey. @throws Conflict at `passkeys_credential` */
export async function insertPasskey(db: Database, draft: PasskeyDraft): Promise<void> {
  await db
    .insertInto('passkeys')
    .values({
      id: randomUUID(),
      tenant: draft.tenant,
      member: draft.member,
      name: storable(draft.name),
      rp_id: draft.rpId,
      credential: draft.credential,
      public_key: Buffer.from(draft.publicKey),
      counter: draft.counter,
      transports: JSON.stringify(draft.transports),
    })
    .execute()
}

/** All passkeys of a member, on any host, oldest first. */
export async function passkeysOf(member: string): Promise<readonly PasskeyRecord[]> {
  const rows = await select().where('member', '=', member).orderBy('created_at').execute()
  return rows.map(asRecord)
}

/** The ids of a tenant's members who have a passkey. */
export async function passkeyHolders(tenant: string): Promise<ReadonlySet<string>> {
  const passkeys = database().selectFrom('passkeys').select('member').distinct()
  return new Set((await passkeys.where('tenant', '=', tenant).execute()).map(({ member }) => member))
}

/** The passkey that a browser presents on a host, or null. */
export async function findPasskey(rpId: string, credential: string): Promise<PasskeyRecord | null> {
  const row = await select().where('rp_id', '=', rpId).where('credential', '=', credential).executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/**
 * Records the use of a passkey, with its counter. False when the counter did not increase, as with a copied
 * key.
 */
export async function recordPasskeyUse(
  { id, counter: before }: PasskeyRecord,
  counter: number,
): Promise<boolean> {
  const result = await database()
    .updateTable('passkeys')
    .set({ counter, last_used_at: new Date() })
    .where('id', '=', id)
    .where('counter', '=', before)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Deletes a passkey of a member. False when there is none with this id. */
export async function deletePasskey(db: Database, member: string, id: string): Promise<boolean> {
  const passkeys = db.deleteFrom('passkeys').where('member', '=', member).where('id', '=', id)
  return (await passkeys.executeTakeFirst()).numDeletedRows === 1n
}

function select() {
  return database().selectFrom('passkeys').selectAll()
}

function asRecord(row: Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]): PasskeyRecord {
  return {
    id: row.id,
    member: row.member,
    name: row.name,
    rpId: row.rp_id,
    credential: row.credential,
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: Transports.parse(row.transports),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
