// The pictures of brands, known by the SHA-256 of what they hold: made by us out of what was sent, never what was sent itself.
import 'server-only'
import { createHash } from 'node:crypto'
import { database, type Database } from './database.ts'

export type ImageType = 'image/png' | 'image/webp'
/** A picture as it was made; `hash` in 64 hexadecimal digits. */
export type ImageDraft = { hash: string; type: ImageType; bytes: Buffer }

/** Bytes of ours as an image. */
export function imageOf(type: ImageType, bytes: Buffer): ImageDraft {
  return { hash: createHash('sha256').update(bytes).digest('hex'), type, bytes }
}

/** The tenant's image of that hash, or null. @throws Unavailable */
export async function findImage(tenant: string, hash: string): Promise<ImageDraft | null> {
  const row = await database()
    .selectFrom('brand_images')
    .select(['type', 'bytes'])
    .where('hash', '=', hash)
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return row === undefined ? null : { hash, type: typeOf(row.type), bytes: row.bytes }
}

/** Keeps `images`, and of all that were kept before only those in `shown`. */
export async function storeImages(
  db: Database,
  tenant: string,
  images: readonly ImageDraft[],
  shown: readonly string[],
): Promise<void> {
  if (images.length > 0) {
    await db
      .insertInto('brand_images')
      .values(images.map((image) => ({ tenant, ...image })))
      .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
      .execute()
  }
  let forgotten = db.deleteFrom('brand_images').where('tenant', '=', tenant)
  if (shown.length > 0) forgotten = forgotten.where('hash', 'not in', [...new Set(shown)])
  await forgotten.execute()
}

function typeOf(text: string): ImageType {
  return text === 'image/png' ? text : 'image/webp'
}
