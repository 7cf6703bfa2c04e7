import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UserAccessPage } from '../../../../../components/users/user-access-page.tsx'
import {
  changeUserRoleAction,
  sendRecoveryAction,
  setUserPasswordAction,
} from '../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findUserForm } from '../../../../../lib/domain/user/find.ts'
import { flashIn } from '../../../../../lib/views/flash.ts'
import { USER_FLASHES } from '../../../../../lib/views/user.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.page.access') }
}

const actions = {
  setPassword: setUserPasswordAction,
  sendRecovery: sendRecoveryAction,
  changeRole: changeUserRoleAction,
}

/** The password and role of a user. */
export default async function Page(props: PageProps<'/users/[user]/access'>): Promise<ReactNode> {
  const { user } = await props.params
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({
      ...(await findUserForm(viewer, user, 'user.password')),
      viewer: badgeOf(viewer),
    }),
    (page) => <UserAccessPage {...page} actions={actions} done={flashIn(USER_FLASHES, done)} />,
  )
}
