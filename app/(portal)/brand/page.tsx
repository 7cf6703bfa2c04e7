import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandPage } from '../../../components/brand/brand-page.tsx'
import {
  discardDraftAction,
  editBrandAction,
  importWhitelabelAction,
  publishBrandAction,
  removeImageAction,
  writeWhitelabelAction,
} from '../../../lib/actions/brand.ts'
import { refreshPageAction } from '../../../lib/actions/shell.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { findBrand } from '../../../lib/domain/brand/editor-state.ts'
import { BRAND_FLASHES } from '../../../lib/views/brand.ts'
import { flashIn } from '../../../lib/views/flash.ts'
import { translateRefusedImage } from '../../../lib/web/brand-theme.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

const actions = {
  edit: editBrandAction,
  removeImage: removeImageAction,
  refresh: refreshPageAction,
  publish: publishBrandAction,
  discard: discardDraftAction,
  importWhitelabel: importWhitelabelAction,
  writeWhitelabel: writeWhitelabelAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('brand'))('title') }
}

/** The draft of the brand, its preview, and publishing. */
export default async function Page(props: PageProps<'/brand'>): Promise<ReactNode> {
  const { done, refused } = await props.searchParams
  const refusal = await translateRefusedImage(refused)
  return renderForViewer(
    async (viewer) => ({ editor: await findBrand(viewer), may: badgeOf(viewer).may }),
    ({ editor, may }) => (
      <BrandPage
        editor={editor}
        may={may}
        done={flashIn(BRAND_FLASHES, done)}
        refused={refusal}
        actions={actions}
      />
    ),
  )
}
