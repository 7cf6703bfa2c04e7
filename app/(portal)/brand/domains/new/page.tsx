import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AddCustomDomainPage } from '../../../../../components/custom-domains/add-custom-domain-page.tsx'
import { addDomainAction } from '../../../../../lib/actions/domains.ts'
import { findAddable } from '../../../../../lib/domain/custom-domain/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customDomains.add'))('title') }
}

/** Adds a custom domain. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(findAddable, (list) => <AddCustomDomainPage list={list} action={addDomainAction} />)
}
