import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AddressField, ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { AddressForm } from './address-form.tsx'

type Props = { state: ConnectionState; action: FormAction<AddressField> }

/** Changes the address of the tenant's Kazoo. */
export function AddressPage({ state, action }: Props): ReactNode {
  const t = useTranslations('connection.move')
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
        <AddressForm state={state} action={action} beside={beside} />
      </Panel>
    </>
  )
}
