import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ProfilePage } from '../../../components/profile/profile-page.tsx'
import { askForEmailAction, editProfileAction } from '../../../lib/actions/profile.ts'
import { findProfile } from '../../../lib/domain/member/profile.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

const actions = { edit: editProfileAction, askForEmail: askForEmailAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.profile'))('title') }
}

/** The viewer's name, language and e-mail address. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(findProfile, (profile) => <ProfilePage profile={profile} actions={actions} />)
}
