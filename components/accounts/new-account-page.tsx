import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData, AccountsKept, NewAccountField } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { NewAccountForm } from './new-account-form.tsx'

type Props = AccountPageData & {
  zone: string
  kept: Promise<AccountsKept>
  action: FormAction<NewAccountField>
}

/** Creates a sub-account of `account` and its first admin. */
export function NewAccountPage({ account, breadcrumbs, zone, kept, action }: Props): ReactNode {
  const t = useTranslations('accounts')
  return (
    <>
      <PageHeader title={t('new')} breadcrumbs={breadcrumbs} />
      <NewAccountForm parent={account} zone={zone} kept={kept} action={action} />
    </>
  )
}
