import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountPage } from '../../../../components/account-page.tsx'
import { findAccountWithDevices } from '../../../../lib/domain/account/find.ts'
import { badgeOf } from '../../../../lib/domain/badge.ts'
import { deviceQuery } from '../../../../lib/web/device-query.ts'
import { reading } from '../../../reading.tsx'

export const metadata: Metadata = { title: 'Account' }

/** One account with a page of its devices. */
export default async function Page(props: PageProps<'/accounts/[account]'>): Promise<ReactNode> {
  const { account } = await props.params
  const query = deviceQuery(await props.searchParams)
  return reading(
    async (viewer) => ({
      ...(await findAccountWithDevices(viewer, account, query)),
      viewer: badgeOf(viewer),
    }),
    (place) => <AccountPage {...place} />,
  )
}
