// Stores the brands of tenants: one draft each, and every published version, which is never changed or
// deleted.
import 'server-only'
import { sql } from 'kysely'
import { z } from 'zod'
import { BRAND_FIELDS, type BrandText } from '../views/brand.ts'
import { storeImages, type ImageDraft } from './brand-images.ts'
import { database, type Database } from './database.ts'
import { storable, storableJson } from './storable.ts'

const Image = z.object({ hash: z.string(), width: z.number(), height: z.number() })
const Header = Image.extend({
  /** The hashes of the square icons, by size in pixels. */
  icons: z.object({ 32: z.string(), 180: z.string(), 192: z.string(), 512: z.string() }),
  mail: Image,
})
const Doc = z.object({
  text: z.record(z.enum(BRAND_FIELDS), z.string()),
  signIn: Image.nullable(),
  header: Header.nullable(),
})

/** A stored image and its size in pixels. */
export type ImageRef = z.output<typeof Image>
/** The header image with the images derived from it. */
export type HeaderRef = z.output<typeof Header>
/** A whole brand. */
export type Brand = { text: BrandText; signIn: ImageRef | null; header: HeaderRef | null }

/** A published brand. The highest number is shown; `restores`: the version that this one restored. */
export type BrandVersion = {
  number: number
  brand: Brand
  publishedAt: Date
  publishedBy: string
  restores: number | null
}

/** The channel that is notified when a brand is published (see notifications.ts). */
export const BRANDS_CHANNEL = 'portal_brands'

/** The draft of a tenant, or null when there is none. @throws Unavailable */
export async function findDraft(tenant: string): Promise<Brand | null> {
  const row = await database()
    .selectFrom('brands')
    .select('draft')
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return row === undefined ? null : Doc.parse(row.draft)
}

/** The published version that is shown, or null. @throws Unavailable */
export async function findLive(tenant: string): Promise<BrandVersion | null> {
  return (await versionsOf(database(), tenant).limit(1).execute()).map(asVersion)[0] ?? null
}

/** One published version, or null. @throws Unavailable */
export async function findVersion(tenant: string, number: number): Promise<BrandVersion | null> {
  const rows = await versionsOf(database(), tenant).where('number', '=', number).execute()
  return rows.map(asVersion)[0] ?? null
}

/** The last hundred versions, the newest first. @throws Unavailable */
export async function listVersions(tenant: string): Promise<readonly BrandVersion[]> {
  return (await versionsOf(database(), tenant).limit(100).execute()).map(asVersion)
}

/**
 * Changes the draft, which starts as `fresh`, under a lock. Stores `images` with it, and deletes those that
 * neither the draft nor any version uses.
 * @throws what `edit` throws; Unavailable
 */
export async function editDraft(
  tenant: string,
  fresh: Brand,
  edit: (draft: Brand) => Brand,
  images: readonly ImageDraft[] = [],
): Promise<void> {
  await database()
    .transaction()
    .execute(async (db) => {
      const draft = edit(await lockedDraft(db, tenant, fresh))
      await writeDraft(db, tenant, draft)
      const versions = await db
        .selectFrom('brand_versions')
        .select('brand')
        .where('tenant', '=', tenant)
        .execute()
      const inUse = [draft, ...versions.map(({ brand }) => Doc.parse(brand))].flatMap(hashesOf)
      await storeImages(db, tenant, images, inUse)
    })
}

/**
 * Publishes what `choose` returns for the draft, and makes it the draft too. Returns the number of the
 * version.
 * @throws what `choose` throws; Unavailable
 */
export async function publish(
  tenant: string,
  fresh: Brand,
  by: string,
  choose: (draft: Brand) => { brand: Brand; restores: number | null },
): Promise<number> {
  return database()
    .transaction()
    .execute(async (db) => {
      const { brand, restores } = choose(await lockedDraft(db, tenant, fresh))
      await writeDraft(db, tenant, brand)
      const last = await versionsOf(db, tenant).limit(1).executeTakeFirst()
      const number = (last?.number ?? 0) + 1
      await db
        .insertInto('brand_versions')
        .values({ tenant, number, brand: storableJson(brand), published_by: storable(by), restores })
        .execute()
      await sql`select pg_notify(${BRANDS_CHANNEL}, '')`.execute(db)
      return number
    })
}

/** The hashes of all images that a brand uses. */
export function hashesOf({ signIn, header }: Brand): string[] {
  const icons = header === null ? [] : Object.values(header.icons)
  return [signIn?.hash, header?.hash, header?.mail.hash, ...icons].filter((hash) => hash !== undefined)
}

async function lockedDraft(db: Database, tenant: string, fresh: Brand): Promise<Brand> {
  await db
    .insertInto('brands')
    .values({ tenant, draft: storableJson(fresh) })
    .onConflict((conflict) => conflict.column('tenant').doNothing())
    .execute()
  const row = await db
    .selectFrom('brands')
    .select('draft')
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Doc.parse(row.draft)
}

async function writeDraft(db: Database, tenant: string, draft: Brand): Promise<void> {
  await db
    .updateTable('brands')
    .set({ draft: storableJson(draft) })
    .where('tenant', '=', tenant)
    .execute()
}

function versionsOf(db: Database, tenant: string) {
  return db.selectFrom('brand_versions').selectAll().where('tenant', '=', tenant).orderBy('number', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof versionsOf>['execute']>>[number]

function asVersion({ number, brand, published_at, published_by, restores }: Row): BrandVersion {
  return {
    number,
    brand: Doc.parse(brand),
    publishedAt: published_at,
    publishedBy: published_by,
    restores,
  }
}
