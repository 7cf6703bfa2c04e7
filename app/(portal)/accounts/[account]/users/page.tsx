import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { lookCookie, lookOf } from '../../../../../components/ui/data-table/table-look.ts'
import { UsersPage } from '../../../../../components/users-page.tsx'
import { listUsersAction } from '../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../lib/domain/badge.ts'
import { findAccountWithUsers } from '../../../../../lib/domain/user/list.ts'
import { userDeed } from '../../../../../lib/web/user-input.ts'
import { userQuery } from '../../../../../lib/web/user-query.ts'
import { reading } from '../../../../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.title') }
}

/** One account with a page of its people. */
export default async function Page(props: PageProps<'/accounts/[account]/users'>): Promise<ReactNode> {
  const { account } = await props.params
  const search = await props.searchParams
  const look = lookOf((await cookies()).get(lookCookie('users'))?.value)
  return reading(
    async (viewer) => ({
      ...(await findAccountWithUsers(viewer, account, userQuery(search))),
      viewer: badgeOf(viewer),
    }),
    (place) => (
      <UsersPage {...place} look={look} done={userDeed(search['done'])} listUsers={listUsersAction} />
    ),
  )
}
