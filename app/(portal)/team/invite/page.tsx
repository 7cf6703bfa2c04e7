import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { InviteMemberPage } from '../../../../components/team/invite-member-page.tsx'
import { inviteAction } from '../../../../lib/actions/team.ts'
import { findInvitableRoles } from '../../../../lib/domain/team/find.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.team.invite'))('title') }
}

/** Invites a team member. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    (viewer) => Promise.resolve(findInvitableRoles(viewer)),
    (roles) => <InviteMemberPage roles={roles} action={inviteAction} />,
  )
}
