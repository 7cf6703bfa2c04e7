import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SessionsPage } from '../../../../components/profile/sessions-page.tsx'
import { endOtherSessionsAction, endSessionAction } from '../../../../lib/actions/profile.ts'
import { listSessions } from '../../../../lib/domain/member/sessions.ts'
import { SESSION_FLASHES } from '../../../../lib/views/member.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

const actions = { end: endSessionAction, endOthers: endOtherSessionsAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.profile.tabs'))('sessions') }
}

/** The viewer's sessions. */
export default async function Page(props: PageProps<'/profile/sessions'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(listSessions, (sessions) => (
    <SessionsPage sessions={sessions} done={flashIn(SESSION_FLASHES, done)} actions={actions} />
  ))
}
