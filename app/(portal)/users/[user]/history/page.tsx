import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HistoryPanel } from '../../../../../components/audit/audit-history.tsx'
import { UserFrame } from '../../../../../components/users/user-frame.tsx'
import { historyForPage } from '../../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findUserHeader } from '../../../../../lib/domain/user/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.page.history') }
}

/** What was changed on a user. */
export default async function Page(props: PageProps<'/users/[user]/history'>): Promise<ReactNode> {
  const { user } = await props.params
  return renderForViewer(
    async (viewer) => ({
      header: await findUserHeader(viewer, user, 'audit.read'),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'user', user, 50),
    }),
    ({ header, viewer, history }) => (
      <UserFrame current="history" {...{ header, viewer }}>
        {history !== null && <HistoryPanel history={history} />}
      </UserFrame>
    ),
  )
}
