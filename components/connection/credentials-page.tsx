import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CredentialsField, ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { CredentialsForm } from './credentials-form.tsx'

type Props = { state: ConnectionState; action: FormAction<CredentialsField> }

/** Replaces the stored credentials. */
export function CredentialsPage({ state, action }: Props): ReactNode {
  const t = useTranslations('connection.replace')
  const cancel = useTranslations('ui')('cancel')
  const beside = (
    <LinkButton href="/connection" weight="quiet">
      {cancel}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} above={<NavCrumb name="connection" />} />
      <Panel className="max-w-3xl sm:p-6">
        <CredentialsForm state={state} action={action} beside={beside} />
      </Panel>
    </>
  )
}
