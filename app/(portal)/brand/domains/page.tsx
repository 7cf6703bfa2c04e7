import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CustomDomainsPage } from '../../../../components/custom-domains/custom-domains-page.tsx'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { listDomains } from '../../../../lib/domain/custom-domain/find.ts'
import { DOMAIN_FLASHES } from '../../../../lib/views/custom-domain.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customDomains'))('title') }
}

/** The tenant's custom domains. */
export default async function Page(props: PageProps<'/brand/domains'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({ list: await listDomains(viewer), may: badgeOf(viewer).may }),
    (page) => <CustomDomainsPage {...page} done={flashIn(DOMAIN_FLASHES, done)} />,
  )
}
