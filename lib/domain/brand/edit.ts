// Changes the draft of a brand: texts and images. Nothing shows before it is published.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import { editDraft, findDraft, findLive, type Brand } from '../../store/brands.ts'
import { BRAND_FIELDS, type BrandText, type IconPart, type ImageKind } from '../../views/brand.ts'
import type { Crop } from '../../views/brand-form.ts'
import { recorded } from '../audit/record.ts'
import { changesOf } from '../edits.ts'
import { permit } from '../permission.ts'
import { drawHeader, drawSignIn } from './draw.ts'
import { freshBrand } from './present.ts'

/** The form: its fields as text, and their initial values. */
export type BrandEdit = { typed: BrandText; initialValues: Partial<BrandText> }

/** An uploaded image, with its use and crop. */
export type UploadedImage = { kind: ImageKind; bytes: Buffer; crop: Crop | null; icon: IconPart }

/**
 * Saves the changed fields of the draft. Returns whether anything changed.
 * @throws Rejected, ConflictError, Forbidden, Unavailable
 */
export async function editBrand(viewer: Viewer, { typed, initialValues }: BrandEdit): Promise<boolean> {
  permit(viewer, 'brand.edit')
  const now = await draftOf(viewer)
  const changed = changesOf(BRAND_FIELDS, typed, initialValues, now.text)
  const fields = BRAND_FIELDS.filter((field) => changed[field] !== undefined)
  if (fields.length === 0) return false
  const before = Object.fromEntries(fields.map((field) => [field, now.text[field]]))
  await recorded(viewer, 'brand.edit', { ...about(viewer), before, after: changed }, () =>
    save(viewer, (draft) => ({ ...draft, text: { ...draft.text, ...changed } })),
  )
  return true
}

/**
 * Draws an image again and stores it in the draft.
 * @throws Rejected at `image`, Forbidden, Unavailable
 */
export async function setImage(viewer: Viewer, sent: UploadedImage): Promise<void> {
  permit(viewer, 'brand.edit')
  const { kind, bytes, crop, icon } = sent
  if (kind === 'signIn') {
    const { ref, images } = await drawSignIn(bytes, crop)
    const put = (draft: Brand) => ({ ...draft, signIn: ref })
    return recordedImage(viewer, kind, ref.hash, () => save(viewer, put, images))
  }
  const { ref, images } = await drawHeader(bytes, crop, icon)
  const put = (draft: Brand) => ({ ...draft, header: ref })
  return recordedImage(viewer, kind, ref.hash, () => save(viewer, put, images))
}

/**
 * Removes an image from the draft.
 * @throws Forbidden, Unavailable
 */
export async function removeImage(viewer: Viewer, kind: ImageKind): Promise<void> {
  permit(viewer, 'brand.edit')
  await recordedImage(viewer, kind, null, () => save(viewer, (draft) => ({ ...draft, [kind]: null })))
}

/**
 * Resets the draft to the published brand. Returns false when nothing is published.
 * @throws Forbidden, Unavailable
 */
export async function discardDraft(viewer: Viewer): Promise<boolean> {
  permit(viewer, 'brand.edit')
  const live = await findLive(viewer.session.record.tenant)
  if (live === null) return false
  const change = { ...about(viewer), before: null, after: { draft: `version ${live.number}` } }
  await recorded(viewer, 'brand.edit', change, () => save(viewer, () => live.brand))
  return true
}

/** The subject of a brand's events in the audit log. */
export function about({ session }: Viewer) {
  return { subject: { kind: 'tenant' as const, name: session.record.tenantName, resource: null }, path: [] }
}

/**
 * The current draft, or the initial one.
 * @throws Unavailable
 */
export async function draftOf({ session }: Viewer): Promise<Brand> {
  return (await findDraft(session.record.tenant)) ?? freshBrand(session.record.tenantName)
}

async function recordedImage(viewer: Viewer, kind: ImageKind, hash: string | null, run: () => Promise<void>) {
  const before = { [kind]: (await draftOf(viewer))[kind]?.hash ?? null }
  await recorded(viewer, 'brand.edit', { ...about(viewer), before, after: { [kind]: hash } }, run)
}

function save({ session }: Viewer, edit: (draft: Brand) => Brand, images?: Parameters<typeof editDraft>[3]) {
  const { tenant, tenantName } = session.record
  return editDraft(tenant, freshBrand(tenantName), edit, images)
}
