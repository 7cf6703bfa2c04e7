import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RevertPage } from '../../../../../components/audit/revert-page.tsx'
import { revertAction } from '../../../../../lib/actions/audit.ts'
import { planRevert } from '../../../../../lib/domain/audit/revert.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('revert.title') }
}

/** What a revert would change. */
export default async function Page(props: PageProps<'/audit/[event]/revert'>): Promise<ReactNode> {
  const { event } = await props.params
  return renderForViewer(
    (viewer) => planRevert(viewer, event),
    (plan) => <RevertPage plan={plan} action={revertAction} />,
  )
}
