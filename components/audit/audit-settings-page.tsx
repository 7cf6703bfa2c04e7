import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditFlash, AuditForwarding, AuditSettings } from '../../lib/views/audit.ts'
import type { RetentionField, ForwardingField } from '../../lib/views/audit-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { AuditRetentionForm } from './audit-retention-form.tsx'
import { AuditForwardingForm } from './audit-forwarding-form.tsx'

type Actions = {
  setRetention: FormAction<RetentionField>
  setForwarding: FormAction<ForwardingField>
  test: FormAction<'kind'>
  stop: FormAction<'kind'>
}

type Props = { settings: AuditSettings; done: AuditFlash | null; actions: Actions }

/** Retention and forwarding of the audit log. */
export function AuditSettingsPage({
  settings: { retentionDays, forwarding },
  done,
  actions,
}: Props): ReactNode {
  const t = useTranslations('audit')
  return (
    <>
      <PageHeader title={t('settings.title')} about={t('settings.about')} above={<NavCrumb name="audit" />} />
      <FlashMessage title={done && t(`flash.${done}`)} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t('settings.retention')}>
          <AuditRetentionForm days={retentionDays} action={actions.setRetention} />
        </Panel>
        <Panel title={t('settings.send')} className="space-y-5">
          {forwarding === null ? (
            <p className="text-sm text-ink-soft">{t('settings.none')}</p>
          ) : (
            <ForwardingStatus forwarding={forwarding} actions={actions} />
          )}
          <AuditForwardingForm forwarding={forwarding} action={actions.setForwarding} />
        </Panel>
      </div>
    </>
  )
}

function ForwardingStatus({
  forwarding,
  actions,
}: {
  forwarding: AuditForwarding
  actions: Actions
}): ReactNode {
  const t = useTranslations('audit.settings')
  const tAll = useTranslations()
  const { waiting, sentAt, failedAt, failure } = forwarding
  const facts: Fact[] = [
    { name: t('address'), value: <span className="monospace break-all">{forwarding.address}</span> },
    { name: t('state'), value: t('waiting', { count: waiting }) },
    { name: t('sentAt'), value: sentAt === null ? t('never') : <LocalTime at={sentAt} /> },
    ...(failedAt === null ? [] : [{ name: t('failedAt'), value: <LocalTime at={failedAt} /> }]),
    ...(failure === null ? [] : [{ name: t('why'), value: tAll(failure) }]),
  ]
  return (
    <>
      <Facts facts={facts} />
      <div className="flex flex-wrap items-start gap-3">
        <ButtonForm action={actions.test}>{t('test')}</ButtonForm>
        <ConfirmDialog
          action={actions.stop}
          hidden={{}}
          dangerous
          title={t('stopAsk')}
          confirm={t('stop')}
          trigger={t('stop')}
        >
          <p>{t('stopGoes')}</p>
        </ConfirmDialog>
      </div>
    </>
  )
}
