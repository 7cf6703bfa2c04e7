// Serves the images of a brand to their own tenant only.
import 'server-only'
import { findImage, type ImageDraft } from '../../store/brand-images.ts'

const FILE = /^([0-9a-f]{64})\.(?:png|webp)$/

/** An image as it is served. */
export type BrandImage = Pick<ImageDraft, 'type' | 'bytes'>

/**
 * The image of that file name, if the tenant has it, otherwise null.
 * @throws Unavailable
 */
export async function findBrandImage(tenant: string | null, file: string): Promise<BrandImage | null> {
  const [, hash] = FILE.exec(file) ?? []
  return hash === undefined || tenant === null ? null : findImage(tenant, hash)
}
