import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BoxPage } from '../../../../../../components/user/box-page.tsx'
import { editBoxAction } from '../../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../../lib/domain/badge.ts'
import { findBox } from '../../../../../../lib/domain/user/voicemail.ts'
import { reading } from '../../../../../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.box.title') }
}

/** One voicemail box of somebody. */
export default async function Page(props: PageProps<'/users/[user]/voicemail/[box]'>): Promise<ReactNode> {
  const { user, box } = await props.params
  return reading(
    async (viewer) => ({ ...(await findBox(viewer, user, box)), viewer: badgeOf(viewer) }),
    (place) => <BoxPage {...place} edit={editBoxAction} />,
  )
}
