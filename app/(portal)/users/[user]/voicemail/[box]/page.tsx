import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { VoicemailBoxPage } from '../../../../../../components/users/voicemail-box-page.tsx'
import { editBoxAction } from '../../../../../../lib/actions/users.ts'
import { badgeOf } from '../../../../../../lib/domain/auth/viewer-badge.ts'
import { findBox } from '../../../../../../lib/domain/user/voicemail.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('users.box.title') }
}

/** A voicemail box of a user. */
export default async function Page(props: PageProps<'/users/[user]/voicemail/[box]'>): Promise<ReactNode> {
  const { user, box } = await props.params
  return renderForViewer(
    async (viewer) => ({ ...(await findBox(viewer, user, box)), viewer: badgeOf(viewer) }),
    (page) => <VoicemailBoxPage {...page} edit={editBoxAction} />,
  )
}
