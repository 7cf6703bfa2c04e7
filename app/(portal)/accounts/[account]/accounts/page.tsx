import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SubAccountsPage } from '../../../../../components/accounts/sub-accounts-page.tsx'
import { listBranchAction } from '../../../../../lib/actions/accounts.ts'
import { findAccountWithBranch } from '../../../../../lib/domain/account/branch.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.tabs.accounts') }
}

/** An account with the tree of its sub-accounts. */
export default async function Page(props: PageProps<'/accounts/[account]/accounts'>): Promise<ReactNode> {
  const { account } = await props.params
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccountWithBranch(viewer, account)),
      viewer: badgeOf(viewer),
    }),
    (page) => <SubAccountsPage {...page} listBranch={listBranchAction} />,
  )
}
