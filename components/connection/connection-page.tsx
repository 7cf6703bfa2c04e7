import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionState, ConnectionFlash, KazooStatus } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { SettingsCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Badge } from '../ui/badge.tsx'
import { CapabilitiesPanel } from './capabilities-panel.tsx'
import { CredentialsPanel } from './credentials-panel.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { GoLivePanel } from './go-live-panel.tsx'
import { KazooPanel } from './kazoo-panel.tsx'
import { OffboardingPanel } from './offboarding-panel.tsx'
import { RemovalNotice } from './removal-notice.tsx'

type Props = {
  state: ConnectionState
  now: Promise<KazooStatus | null>
  done: ConnectionFlash | null
  may: readonly Verb[]
  actions: {
    goLive: FormAction<'key'>
    fetchKey: FormAction<'key'>
    disconnect: FormAction<'name'>
    askForRemoval: FormAction<'name'>
    cancelRemoval: FormAction<'name'>
  }
}

/** The tenant's connection to Kazoo: its status, credentials and settings. */
export function ConnectionPage({ state, now, done, may, actions }: Props): ReactNode {
  const t = useTranslations('connection')
  const edits = may.includes('connection.edit')
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        above={<SettingsCrumb />}
        marks={<ConnectionBadge state={state} />}
      />
      <FlashMessage title={done && t(`flash.${done}.title`)} about={done && t(`flash.${done}.about`)} />
      {state.removalAt !== null && (
        <RemovalNotice
          at={state.removalAt}
          cancel={may.includes('connection.remove') ? actions.cancelRemoval : null}
        />
      )}
      {state.trial !== null && (
        <GoLivePanel
          trial={state.trial}
          fetchKey={edits && state.credentials === 'token' ? actions.fetchKey : null}
          goLive={edits ? actions.goLive : null}
        />
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <KazooPanel state={state} now={now} edits={edits} />
        <CredentialsPanel state={state} edits={edits} />
      </div>
      <CapabilitiesPanel now={now} />
      <OffboardingPanel state={state} may={may} actions={actions} />
    </>
  )
}

function ConnectionBadge({ state: { trial, credentials } }: { state: ConnectionState }): ReactNode {
  const t = useTranslations('connection.marks')
  if (credentials === null) return <Badge tone="bad">{t('disconnected')}</Badge>
  if (trial === null) return <Badge tone="good">{t('live')}</Badge>
  return <Badge tone={trial.ended ? 'warn' : 'accent'}>{t(trial.ended ? 'ended' : 'trial')}</Badge>
}
