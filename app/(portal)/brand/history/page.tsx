import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandHistoryPage } from '../../../../components/brand/brand-history-page.tsx'
import { restoreBrandAction } from '../../../../lib/actions/brand.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { listBrandVersions } from '../../../../lib/domain/brand/editor-state.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('brand.history'))('title') }
}

/** All published versions of the brand. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    async (viewer) => ({ versions: await listBrandVersions(viewer), may: badgeOf(viewer).may }),
    ({ versions, may }) => (
      <BrandHistoryPage
        versions={versions}
        restore={may.includes('brand.edit') ? restoreBrandAction : null}
      />
    ),
  )
}
