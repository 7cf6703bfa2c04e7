import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HistoryPanel } from '../../../../components/audit/audit-history.tsx'
import { UserFrame } from '../../../../components/users/user-frame.tsx'
import { UserOverview } from '../../../../components/users/user-overview.tsx'
import { historyForPage } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findUser } from '../../../../lib/domain/user/find.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { USER_FLASHES } from '../../../../lib/views/user.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.one') }
}

/** A user: how they are reached, what they own, and what was changed last. */
export default async function Page(props: PageProps<'/users/[user]'>): Promise<ReactNode> {
  const { user } = await props.params
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({
      page: await findUser(viewer, user),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'user', user, 3),
    }),
    ({ page, viewer, history }) => (
      <UserFrame header={page.header} viewer={viewer} current="overview" done={flashIn(USER_FLASHES, done)}>
        <UserOverview
          {...page}
          viewer={viewer}
          history={history && <HistoryPanel history={history} more={`/users/${user}/history`} />}
        />
      </UserFrame>
    ),
  )
}
