import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountHeader } from '../../../../../components/accounts/account-header.tsx'
import { HistoryPanel } from '../../../../../components/audit/audit-history.tsx'
import { findAccount } from '../../../../../lib/domain/account/find.ts'
import { historyForPage } from '../../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.tabs.history') }
}

/** The latest events of an account and of what is inside it. */
export default async function Page(props: PageProps<'/accounts/[account]/history'>): Promise<ReactNode> {
  const { account } = await props.params
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccount(viewer, account, 'audit.read')),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'account', account),
    }),
    ({ history, ...page }) => (
      <>
        <AccountHeader {...page} current="history" />
        {history !== null && <HistoryPanel history={history} />}
      </>
    ),
  )
}
