import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountForm } from '../../../../../components/account-form.tsx'
import { PageHeader } from '../../../../../components/page-header.tsx'
import { editAccountAction } from '../../../../../lib/actions/accounts.ts'
import { findAccount } from '../../../../../lib/domain/account/find.ts'
import { reading } from '../../../../reading.tsx'

export const metadata: Metadata = { title: 'Edit account' }

/** Name, realm, time zone of an account, and whether it is enabled. */
export default async function Page(props: PageProps<'/accounts/[account]/edit'>): Promise<ReactNode> {
  const { account: id } = await props.params
  return reading(
    (viewer) => findAccount(viewer, id, 'account.edit'),
    ({ account, trail }) => (
      <>
        <PageHeader title={`Edit ${account.name}`} trail={trail} />
        <AccountForm account={account} action={editAccountAction} />
      </>
    ),
  )
}
