import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewAccountPage } from '../../../../../../components/accounts/new-account-page.tsx'
import { createAccountAction } from '../../../../../../lib/actions/accounts.ts'
import { findAccountToCreateIn } from '../../../../../../lib/domain/account/find.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.new') }
}

/** Creates a sub-account and its first admin. */
export default async function Page(props: PageProps<'/accounts/[account]/accounts/new'>): Promise<ReactNode> {
  const { account: id } = await props.params
  return renderForViewer(
    (viewer) => findAccountToCreateIn(viewer, id),
    (parent) => <NewAccountPage {...parent} action={createAccountAction} />,
  )
}
