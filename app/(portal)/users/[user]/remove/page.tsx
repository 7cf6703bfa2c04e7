import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UserRemovalPage } from '../../../../../components/users/user-removal-page.tsx'
import { removeUserAction } from '../../../../../lib/actions/users.ts'
import { findUserToRemove } from '../../../../../lib/domain/user/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.page.remove') }
}

/** Deletes a user, after asking what to do with their devices and voicemail boxes. */
export default async function Page(props: PageProps<'/users/[user]/remove'>): Promise<ReactNode> {
  const { user } = await props.params
  return renderForViewer(
    (viewer) => findUserToRemove(viewer, user),
    (removal) => <UserRemovalPage {...removal} remove={removeUserAction} />,
  )
}
