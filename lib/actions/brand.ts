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

/** Back to the page, which says what was done; every page that is shown next has the brand of now. */
function backToBrand(flash: BrandFlash): never {
  revalidatePath('/', 'layout')
  redirect(`/brand?done=${flash}`)
}

/** Saves the draft's texts and colours. */
export const editBrandAction: FormAction<BrandField> = formAction(brandInput, async (viewer, edit) => {
  const changed = await editBrand(viewer, edit)
  if (changed) revalidatePath('/brand')
  return changed ? 'messages.saved' : 'messages.unchanged'
})

/** Takes a picture out of the draft. */
export const removeImageAction: FormAction<'kind'> = formAction(imageKindInput, async (viewer, { kind }) => {
  await removeImage(viewer, kind)
  revalidatePath('/brand')
  return 'messages.brand.imageRemoved'
})

/** Shows the draft to everybody. */
export const publishBrandAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await publishBrand(viewer)
  return backToBrand('published')
})

/** Makes the draft what is published again. */
export const discardDraftAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await discardDraft(viewer)
  return backToBrand('discarded')
})

/** Brings an older version back. */
export const restoreBrandAction: FormAction<'version'> = formAction(
  versionInput,
  async (viewer, { version }) => {
    await restoreBrand(viewer, version)
    return backToBrand('restored')
  },
)

/** Takes what Kazoo's white label says into the draft. */
export const importWhitelabelAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await importWhitelabel(viewer)
  return backToBrand('imported')
})

/** Writes what is published into Kazoo's white label. */
export const writeWhitelabelAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await writeWhitelabel(viewer)
  return backToBrand('wrote')
})
