import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewDeviceForm } from '../../../../../../components/devices/new-device-form.tsx'
import { PageHeader } from '../../../../../../components/shell/page-header.tsx'
import { createDeviceAction } from '../../../../../../lib/actions/devices.ts'
import { findAccountWithOwners } from '../../../../../../lib/domain/account/find.ts'
import { badgeOf } from '../../../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('devices.new') }
}

/** Creates a device in an account. */
export default async function Page(props: PageProps<'/accounts/[account]/devices/new'>): Promise<ReactNode> {
  const { account: id } = await props.params
  const { owner } = await props.searchParams
  const t = await getTranslations('devices')
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccountWithOwners(viewer, id)),
      impersonating: badgeOf(viewer).impersonation !== null,
    }),
    ({ account, owners, breadcrumbs, impersonating }) => (
      <>
        <PageHeader title={t('new')} breadcrumbs={breadcrumbs} />
        <NewDeviceForm
          account={account}
          owners={owners}
          owner={owners?.find((each) => each.id === owner)?.id ?? ''}
          action={createDeviceAction}
          impersonating={impersonating}
        />
      </>
    ),
  )
}
