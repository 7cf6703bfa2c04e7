import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { InviteField } from '../../lib/views/team-form.ts'
import type { Role } from '../../lib/views/viewer.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { InviteMemberForm } from './invite-member-form.tsx'

type Props = { roles: readonly Role[]; action: FormAction<InviteField> }

/** Invites a team member. */
export function InviteMemberPage({ roles, action }: Props): ReactNode {
  const t = useTranslations('members.team')
  const cancel = useTranslations('ui')('cancel')
  return (
    <>
      <PageHeader title={t('invite.title')} about={t('invite.about')} above={<NavCrumb name="team" />} />
      <div className="max-w-xl">
        <Panel>
          <InviteMemberForm
            roles={roles}
            action={action}
            beside={
              <LinkButton href="/team" weight="quiet">
                {cancel}
              </LinkButton>
            }
          />
        </Panel>
      </div>
    </>
  )
}
