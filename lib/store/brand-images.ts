// Stores the images of brands, named by the SHA-256 of their bytes. They are re-encoded by the portal and
// never the uploaded bytes.
import 'server-only'
import { createHash } from 'node:crypto'
import { database, type Database } from './database.ts'

export type ImageType = 'image/png' | 'image/webp'
/** A re-encoded image; `hash` has 64 hexadecimal digits. */
export type ImageDraft = { hash: string; type: ImageType; bytes: Buffer }

/** An image of these bytes, with its hash. */
export function imageOf(type: ImageType, bytes: Buffer): ImageDraft {
  return { hash: createHash('sha256').update(bytes).digest('hex'), type, bytes }
}

/** The tenant's image with this hash, or null. @throws Unavailable */
export async function findImage(tenant: string, hash: string): Promise<ImageDraft | null> {
  const row = await database()
    .selectFrom('brand_images')
    .select(['type', 'bytes'])
    .where('hash', '=', hash)
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return row === undefined ? null : { hash, type: typeOf(row.type), bytes: row.bytes }
}

/** Stores `images`, and deletes all other images of the tenant that are not in `inUse`. */
export async function storeImages(
  db: Database,
  tenant: string,
  images: readonly ImageDraft[],
  inUse: readonly string[],
): Promise<void> {
  if (images.length > 0) {
    await db
      .insertInto('brand_images')
      .values(images.map((image) => ({ tenant, ...image })))
      .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
      .execute()
  }
  let unused = db.deleteFrom('brand_images').where('tenant', '=', tenant)
  if (inUse.length > 0) unused = unused.where('hash', 'not in', [...new Set(inUse)])
  await unused.execute()
}

function typeOf(text: string): ImageType {
  return text === 'image/png' ? text : 'image/webp'
}
