'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { discardDraft, editBrand, removeImage } from '../domain/brand/edit.ts'
import { publishBrand, restoreBrand } from '../domain/brand/publish.ts'
import { importWhitelabel, writeWhitelabel } from '../domain/brand/whitelabel.ts'
import type { BrandFlash, BrandField } from '../views/brand.ts'
import type { FormAction } from '../views/form.ts'
import { brandInput, imageKindInput, versionInput } from './brand-input.ts'
import { noFields } from '../web/fields.ts'
import { formAction } from '../web/form-action.ts'

/** Redirects to the page, which says what was done; every page shown next has the current brand. */
function backToBrand(flash: BrandFlash): never {
  revalidatePath('/', 'layout')
  redirect(`/brand?done=${flash}`)
}

/** Saves the texts and colours of the draft. */
export const editBrandAction: FormAction<BrandField> = formAction(brandInput, async (viewer, edit) => {
  const changed = await editBrand(viewer, edit)
  if (changed) revalidatePath('/brand')
  return changed ? 'messages.saved' : 'messages.unchanged'
})

/** Removes an image from the draft. */
export const removeImageAction: FormAction<'kind'> = formAction(imageKindInput, async (viewer, { kind }) => {
  await removeImage(viewer, kind)
  revalidatePath('/brand')
  return 'messages.brand.imageRemoved'
})

/** Publishes the draft. */
export const publishBrandAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await publishBrand(viewer)
  return backToBrand('published')
})

/** Resets the draft to the published brand. */
export const discardDraftAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await discardDraft(viewer)
  return backToBrand('discarded')
})

/** Restores an older version. */
export const restoreBrandAction: FormAction<'version'> = formAction(
  versionInput,
  async (viewer, { version }) => {
    await restoreBrand(viewer, version)
    return backToBrand('restored')
  },
)

/** Imports Kazoo's white label into the draft. */
export const importWhitelabelAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await importWhitelabel(viewer)
  return backToBrand('imported')
})

/** Writes the published brand to Kazoo's white label. */
export const writeWhitelabelAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await writeWhitelabel(viewer)
  return backToBrand('wrote')
})
