// The bytes of a brand's image, for those alone whose brand it is.
import 'server-only'
import { findImage, type ImageDraft } from '../../store/brand-images.ts'

const FILE = /^([0-9a-f]{64})\.(?:png|webp)$/

/** An image as it is sent. */
export type BrandImage = Pick<ImageDraft, 'type' | 'bytes'>

/**
 * The image of that file name, if the tenant has it; null is the one answer to everything else. @throws
 * Unavailable
 */
export async function findBrandImage(tenant: string | null, file: string): Promise<BrandImage | null> {
  const [, hash] = FILE.exec(file) ?? []
  return hash === undefined || tenant === null ? null : findImage(tenant, hash)
}
