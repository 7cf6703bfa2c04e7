import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { AccountField } from '../../lib/views/account-fields.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { useNameLabel } from '../shell/name-label.tsx'
import { AccountForm } from './account-form.tsx'

type Props = AccountPageData & { action: FormAction<AccountField> }

/** Edits an account. */
export function EditAccountPage({ account, breadcrumbs, action }: Props): ReactNode {
  const t = useTranslations('accounts')
  const name = useNameLabel()('account', account.name)
  return (
    <>
      <PageHeader title={t('editNamed', { name })} breadcrumbs={breadcrumbs} />
      <AccountForm account={account} action={action} />
    </>
  )
}
