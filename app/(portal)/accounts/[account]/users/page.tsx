import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { displayCookie, displayOptionsOf } from '../../../../../components/ui/data-table/display-options.ts'
import { UsersPage } from '../../../../../components/users/users-page.tsx'
import { listUsersAction, setUserPasswordAction } from '../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findAccountWithUsers } from '../../../../../lib/domain/user/list.ts'
import { flashIn } from '../../../../../lib/views/flash.ts'
import { USER_FLASHES } from '../../../../../lib/views/user.ts'
import { listQueryIn } from '../../../../../lib/views/list.ts'
import { USER_TERMS } from '../../../../../lib/views/user.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.title') }
}

/** An account with a page of its users. */
export default async function Page(props: PageProps<'/accounts/[account]/users'>): Promise<ReactNode> {
  const { account } = await props.params
  const search = await props.searchParams
  const display = displayOptionsOf((await cookies()).get(displayCookie('users'))?.value)
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccountWithUsers(viewer, account, listQueryIn(search, USER_TERMS))),
      viewer: badgeOf(viewer),
    }),
    (page) => (
      <UsersPage
        {...page}
        display={display}
        done={flashIn(USER_FLASHES, search['done'])}
        listUsers={listUsersAction}
        setPassword={setUserPasswordAction}
      />
    ),
  )
}
