import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActLink } from '../../../../components/acting/act-link.tsx'
import { WithHistory } from '../../../../components/audit/with-history.tsx'
import { UserPage } from '../../../../components/user-page.tsx'
import { editUserAction } from '../../../../lib/actions/users.ts'
import { historyBeside } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/badge.ts'
import { findUser } from '../../../../lib/domain/user/find.ts'
import { userDeed } from '../../../../lib/web/user-input.ts'
import { reading } from '../../../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.one') }
}

/** One person, to look at and to edit. */
export default async function Page(props: PageProps<'/users/[user]'>): Promise<ReactNode> {
  const { user } = await props.params
  const { done } = await props.searchParams
  const words = await getTranslations('acting.begin')
  const act = (name: string) => words('asUser', { name })
  return reading(
    async (viewer) => ({
      ...(await findUser(viewer, user)),
      viewer: badgeOf(viewer),
      history: historyBeside(viewer, 'user', user),
    }),
    ({ history, ...place }) => (
      <WithHistory history={history}>
        <UserPage
          {...place}
          done={userDeed(done)}
          edit={editUserAction}
          actions={
            place.viewer.may.includes('act.begin') && (
              <ActLink href={`/users/${place.user.id}/act`} label={act(place.user.name)} />
            )
          }
        />
      </WithHistory>
    ),
  )
}
