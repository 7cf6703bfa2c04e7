import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UserForm } from '../../../../../components/users/user-form.tsx'
import { UserFrame } from '../../../../../components/users/user-frame.tsx'
import { editUserAction } from '../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findUserForm } from '../../../../../lib/domain/user/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.page.settings') }
}

/** The form to edit a user. */
export default async function Page(props: PageProps<'/users/[user]/settings'>): Promise<ReactNode> {
  const { user } = await props.params
  return renderForViewer(
    async (viewer) => ({ page: await findUserForm(viewer, user), viewer: badgeOf(viewer) }),
    ({ page, viewer }) => (
      <UserFrame header={page.header} viewer={viewer} current="settings">
        <UserForm
          user={page.user}
          action={editUserAction}
          editable={viewer.may.includes('user.edit')}
          impersonating={viewer.impersonation !== null}
        />
      </UserFrame>
    ),
  )
}
