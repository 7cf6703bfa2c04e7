import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SessionFlash, SessionRow } from '../../lib/views/member.ts'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ProfileFrame } from './profile-frame.tsx'
import { SessionItem } from './session-item.tsx'
import { SignOutEverywhere } from './sign-out-everywhere.tsx'

type Props = {
  sessions: readonly SessionRow[]
  done: SessionFlash | null
  actions: { end: FormAction<'session'>; endOthers: FormAction<never> }
}

/** The member's sessions, this browser first. */
export function SessionsPage({ sessions, done, actions }: Props): ReactNode {
  const t = useTranslations('members.sessions')
  const others = sessions.filter(({ current }) => !current)
  return (
    <ProfileFrame tab="sessions" done={done && t(`done.${done}`)}>
      <Panel title={t('title')} className="space-y-3">
        <p className="text-sm text-ink-soft">{t('about')}</p>
        <ul aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {sessions
            .toSorted((one, two) => Number(two.current) - Number(one.current))
            .map((session) => (
              <SessionItem key={session.session} session={session} end={actions.end} />
            ))}
        </ul>
        {others.length === 0 && <p className="text-sm text-ink-faint">{t('only')}</p>}
        <div className="flex flex-wrap items-start gap-2">
          {others.length > 0 && <ButtonForm action={actions.endOthers}>{t('others')}</ButtonForm>}
          <SignOutEverywhere about={t('everywhereAbout')}>{t('everywhere')}</SignOutEverywhere>
        </div>
      </Panel>
    </ProfileFrame>
  )
}
