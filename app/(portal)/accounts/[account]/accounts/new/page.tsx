import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewAccountForm } from '../../../../../../components/new-account-form.tsx'
import { PageHeader } from '../../../../../../components/page-header.tsx'
import { createAccountAction } from '../../../../../../lib/actions/accounts.ts'
import { findAccountToCreateIn } from '../../../../../../lib/domain/account/find.ts'
import { reading } from '../../../../../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.new') }
}

/** A new customer: an account below this one, and its first admin. */
export default async function Page(props: PageProps<'/accounts/[account]/accounts/new'>): Promise<ReactNode> {
  const { account: id } = await props.params
  const words = await getTranslations('accounts')
  return reading(
    (viewer) => findAccountToCreateIn(viewer, id),
    ({ account, trail, kept }) => (
      <>
        <PageHeader title={words('new')} trail={trail} />
        <NewAccountForm parent={account} kept={kept} action={createAccountAction} />
      </>
    ),
  )
}
