import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EditAccountPage } from '../../../../../components/accounts/edit-account-page.tsx'
import { editAccountAction } from '../../../../../lib/actions/accounts.ts'
import { findAccount } from '../../../../../lib/domain/account/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.editTitle') }
}

/** Edits an account. */
export default async function Page(props: PageProps<'/accounts/[account]/edit'>): Promise<ReactNode> {
  const { account: id } = await props.params
  return renderForViewer(
    (viewer) => findAccount(viewer, id, 'account.edit'),
    (page) => <EditAccountPage {...page} action={editAccountAction} />,
  )
}
