import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TeamPage } from '../../../components/team/team-page.tsx'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { listTeam } from '../../../lib/domain/team/find.ts'
import { TEAM_FLASHES } from '../../../lib/views/team.ts'
import { flashIn } from '../../../lib/views/flash.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.team'))('title') }
}

/** The team members. */
export default async function Page(props: PageProps<'/team'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({ team: await listTeam(viewer), may: badgeOf(viewer).may }),
    (page) => <TeamPage {...page} done={flashIn(TEAM_FLASHES, done)} />,
  )
}
