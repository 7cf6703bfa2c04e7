import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MemberRow } from '../../lib/views/member.ts'
import type { TeamFlash } from '../../lib/views/team.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { SettingsCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { TeamTable } from './team-table.tsx'

type Props = { team: readonly MemberRow[]; may: readonly Verb[]; done: TeamFlash | null }

/** The team members and their roles. */
export function TeamPage({ team, may, done }: Props): ReactNode {
  const t = useTranslations('members.team')
  const invites = may.includes('member.invite')
  return (
    <>
      <PaletteActions actions={invites ? [{ label: t('invite.title'), href: '/team/invite' }] : []} />
      <PageHeader
        title={t('title')}
        about={t('about')}
        above={<SettingsCrumb />}
        actions={
          invites && (
            <LinkButton href="/team/invite" weight="primary">
              <UserPlus aria-hidden="true" />
              {t('invite.do')}
            </LinkButton>
          )
        }
      />
      <FlashMessage
        title={done && t(`flash.${done}`)}
        next={done === 'invited' ? { label: t('invite.another'), href: '/team/invite' } : null}
      />
      <TeamTable team={team} />
      {team.length === 1 && <p className="text-sm text-ink-soft">{t('alone')}</p>}
      {team.some(({ lastOwner }) => lastOwner) && <p className="text-sm text-ink-soft">{t('lastOwner')}</p>}
    </>
  )
}
