// Finds the draft and the published versions for `/brand`.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import {
  findDraft,
  findLive,
  listVersions,
  type Brand,
  type BrandVersion as KeptVersion,
} from '../../store/brands.ts'
import type { BrandEditorState, BrandVersion } from '../../views/brand.ts'
import { permit } from '../permission.ts'
import { freshBrand, imagesOf, publishedOf } from './present.ts'

/**
 * The draft of the viewer's tenant, and whether it differs from what is shown.
 * @throws Forbidden, Unavailable
 */
export async function findBrand(viewer: Viewer): Promise<BrandEditorState> {
  permit(viewer, 'brand.read')
  const { tenant, tenantName, trialEndsAt } = viewer.session.record
  const [stored, live] = await Promise.all([findDraft(tenant), findLive(tenant)])
  const fresh = freshBrand(tenantName)
  const draft = stored ?? fresh
  return {
    text: draft.text,
    images: imagesOf(draft),
    changed: !sameBrand(draft, live?.brand ?? fresh),
    live: live && publishedOf(live),
    trial: trialEndsAt !== null,
  }
}

/**
 * Every published version, newest first.
 * @throws Forbidden, Unavailable
 */
export async function listBrandVersions(viewer: Viewer): Promise<readonly BrandVersion[]> {
  permit(viewer, 'brand.read')
  const versions = await listVersions(viewer.session.record.tenant)
  return versions.map((version, at) => toRow(version, at === 0))
}

function toRow(version: KeptVersion, live: boolean): BrandVersion {
  const { text } = version.brand
  const { name, primary, accent } = text
  return { ...publishedOf(version), name, primary, accent, images: imagesOf(version.brand), live }
}

/** Whether two brands have the same texts, colours and images. */
export function sameBrand(one: Brand, other: Brand): boolean {
  return comparableText(one) === comparableText(other)
}

function comparableText({ text, signIn, header }: Brand): string {
  const texts = Object.entries(text).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([texts, signIn?.hash, header?.hash, header?.icons[512]])
}
