import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ImpersonateLink } from '../../../../components/impersonation/impersonate-link.tsx'
import { WithAuditHistory } from '../../../../components/audit/audit-history.tsx'
import { UserPage } from '../../../../components/users/user-page.tsx'
import { editUserAction } from '../../../../lib/actions/users.ts'
import { historyForPage } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findUser } from '../../../../lib/domain/user/find.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { USER_FLASHES } from '../../../../lib/views/user.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.one') }
}

/** A user and the form to edit them. */
export default async function Page(props: PageProps<'/users/[user]'>): Promise<ReactNode> {
  const { user } = await props.params
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({
      ...(await findUser(viewer, user)),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'user', user),
    }),
    ({ history, ...page }) => (
      <WithAuditHistory history={history}>
        <UserPage
          {...page}
          done={flashIn(USER_FLASHES, done)}
          edit={editUserAction}
          actions={
            page.viewer.may.includes('impersonation.start') && (
              <ImpersonateLink href={`/users/${page.user.id}/impersonate`} of="user" name={page.user.name} />
            )
          }
        />
      </WithAuditHistory>
    ),
  )
}
