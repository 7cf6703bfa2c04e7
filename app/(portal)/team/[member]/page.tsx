import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MemberPage } from '../../../../components/team/member-page.tsx'
import {
  changeRoleAction,
  inviteAgainAction,
  removeAction,
  resumeAction,
  suspendAction,
} from '../../../../lib/actions/team.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findTeamMember } from '../../../../lib/domain/team/find.ts'
import { TEAM_FLASHES } from '../../../../lib/views/team.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

const actions = {
  changeRole: changeRoleAction,
  inviteAgain: inviteAgainAction,
  suspend: suspendAction,
  resume: resumeAction,
  remove: removeAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.team'))('member') }
}

/** A team member and the actions for them. */
export default async function Page(props: PageProps<'/team/[member]'>): Promise<ReactNode> {
  const [{ member }, { done }] = await Promise.all([props.params, props.searchParams])
  return renderForViewer(
    async (viewer) => ({ member: await findTeamMember(viewer, member), may: badgeOf(viewer).may }),
    ({ member: found, may }) => (
      // A new key closes the dialog of the action that was done.
      <MemberPage
        key={`${found.row.role} ${found.row.status}`}
        member={found}
        may={may}
        done={flashIn(TEAM_FLASHES, done)}
        actions={actions}
      />
    ),
  )
}
