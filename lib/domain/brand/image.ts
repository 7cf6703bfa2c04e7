// The bytes of a brand's image, for those alone whose brand it is.
import 'server-only'
import { findImage, type ImageDraft } from '../../store/brand-images.ts'

const HASH = /^([0-9a-f]{64})\.(?:png|webp)$/

/** The image of that file name, if it belongs to one of these tenants; null is the one answer to everything else. @throws Unavailable */
export async function findBrandImage(
  tenants: readonly (string | null | undefined)[],
  file: string,
): Promise<ImageDraft | null> {
  const [, hash] = HASH.exec(file) ?? []
  const own = [...new Set(tenants.flatMap((tenant) => tenant ?? []))]
  return hash === undefined ? null : findImage(own, hash)
}
