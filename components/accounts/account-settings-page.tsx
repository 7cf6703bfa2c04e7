import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { AccountField } from '../../lib/views/account-fields.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountForm } from './account-form.tsx'
import { AccountHeader } from './account-header.tsx'

type Props = AccountPageData & { viewer: ViewerBadge; action: FormAction<AccountField> }

/** The settings of an account. */
export function AccountSettingsPage({ action, ...page }: Props): ReactNode {
  return (
    <>
      <AccountHeader {...page} current="settings" />
      <AccountForm account={page.account} action={action} />
    </>
  )
}
