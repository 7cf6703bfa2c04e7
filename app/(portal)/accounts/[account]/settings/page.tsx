import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountSettingsPage } from '../../../../../components/accounts/account-settings-page.tsx'
import { editAccountAction } from '../../../../../lib/actions/accounts.ts'
import { findAccount } from '../../../../../lib/domain/account/find.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.tabs.settings') }
}

/** The settings of an account. */
export default async function Page(props: PageProps<'/accounts/[account]/settings'>): Promise<ReactNode> {
  const { account: id } = await props.params
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccount(viewer, id, 'account.edit')),
      viewer: badgeOf(viewer),
    }),
    (page) => <AccountSettingsPage {...page} action={editAccountAction} />,
  )
}
