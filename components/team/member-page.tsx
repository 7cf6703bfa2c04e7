import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TeamFlash, TeamMember } from '../../lib/views/team.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Badge } from '../ui/badge.tsx'
import { Facts } from '../ui/facts.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { MemberAccessPanel, type MemberActions } from './member-access-panel.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { MemberRoleForm } from './member-role-form.tsx'
import { MemberStatusBadge } from './member-status-badge.tsx'

type Props = {
  member: TeamMember
  may: readonly Verb[]
  done: TeamFlash | null
  actions: MemberActions
}

/** A team member and the actions for them. */
export function MemberPage({ member: { row, roles, above }, may, done, actions }: Props): ReactNode {
  const t = useTranslations('members.team')
  const tAudit = useTranslations('audit.event')
  const decides = may.includes('member.edit')
  const changeable = decides && !row.me && !above
  return (
    <>
      <PageHeader
        title={row.name}
        about={row.email}
        above={<NavCrumb name="team" />}
        marks={
          <>
            {row.status !== 'active' && <MemberStatusBadge status={row.status} />}
            {row.me && <Badge tone="neutral">{t('you')}</Badge>}
          </>
        }
        actions={
          may.includes('audit.read') && (
            <LinkButton href={`/audit?who=${row.member}`}>
              {tAudit('sameUser', { name: row.name })}
            </LinkButton>
          )
        }
      />
      <FlashMessage title={done && t(`flash.${done}`)} />
      {decides && !changeable && (
        <Notice tone="info" title={t(row.me ? 'meTitle' : 'aboveTitle')}>
          <p>{t(row.me ? 'me' : 'above')}</p>
          {row.lastOwner && <p>{t('lastOwner')}</p>}
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <MemberFacts row={row} />
        {changeable && (
          <Panel title={t('change.title')} hint={t('change.about')}>
            <MemberRoleForm row={row} roles={roles} action={actions.changeRole} />
          </Panel>
        )}
      </div>
      {changeable && <MemberAccessPanel row={row} may={may} actions={actions} />}
    </>
  )
}

function MemberFacts({ row }: { row: TeamMember['row'] }): ReactNode {
  const t = useTranslations('members.team')
  const role = useTranslations('shell.roles')(row.role)
  return (
    <Panel title={t('facts')}>
      <Facts
        facts={[
          { name: t('role'), value: role },
          { name: t('state'), value: <MemberStatusBadge status={row.status} /> },
          { name: t('factor'), value: t(row.secondFactor ? 'factorOn' : 'factorOff') },
          {
            name: t('last'),
            value: row.lastSignedInAt === null ? t('never') : <LocalTime at={row.lastSignedInAt} />,
          },
        ]}
      />
    </Panel>
  )
}
