import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageHeader } from '../../../../../../components/shell/page-header.tsx'
import { NewUserForm } from '../../../../../../components/users/new-user-form.tsx'
import { UsersCrumb } from '../../../../../../components/users/users-crumb.tsx'
import { createUserAction } from '../../../../../../lib/actions/users.ts'
import { findAccountToAddUser } from '../../../../../../lib/domain/account/find.ts'
import { badgeOf } from '../../../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.new') }
}

/** Creates a user in an account. */
export default async function Page(props: PageProps<'/accounts/[account]/users/new'>): Promise<ReactNode> {
  const { account: id } = await props.params
  const t = await getTranslations('users')
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccountToAddUser(viewer, id)),
      may: badgeOf(viewer).may,
    }),
    ({ account, breadcrumbs, extension, may }) => (
      <>
        <PageHeader
          title={t('new')}
          breadcrumbs={breadcrumbs}
          above={<UsersCrumb breadcrumbs={breadcrumbs} />}
        />
        <NewUserForm
          account={account}
          extension={extension}
          action={createUserAction}
          givesRoles={may.includes('user.role')}
        />
      </>
    ),
  )
}
