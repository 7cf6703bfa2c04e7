import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CredentialsField, ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { CredentialsForm } from './credentials-form.tsx'
import { WithTokenGenerator } from './with-token-generator.tsx'

type Props = { state: ConnectionState; action: FormAction<CredentialsField> }

/** Replaces the stored credentials. */
export function CredentialsPage({ state, action }: Props): ReactNode {
  const t = useTranslations('connection.replace')
  const back = (
    <LinkButton href="/connection" weight="quiet">
      {t('back')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <WithTokenGenerator>
        <CredentialsForm state={state} action={action} beside={back} />
      </WithTokenGenerator>
    </>
  )
}
