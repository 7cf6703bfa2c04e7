import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AccountPage } from '../../../../components/accounts/account-page.tsx'
import { displayCookie, displayOptionsOf } from '../../../../components/ui/data-table/display-options.ts'
import {
  enableDeviceAction,
  listDevicesAction,
  rebootDeviceAction,
  removeDeviceAction,
  renameDeviceAction,
} from '../../../../lib/actions/devices.ts'
import { findAccountWithDevices } from '../../../../lib/domain/account/find.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { DEVICE_TERMS } from '../../../../lib/views/device.ts'
import { listQueryIn } from '../../../../lib/views/list.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.one') }
}

/** An account with a page of its devices. */
export default async function Page(props: PageProps<'/accounts/[account]'>): Promise<ReactNode> {
  const { account } = await props.params
  const query = listQueryIn(await props.searchParams, DEVICE_TERMS)
  const display = displayOptionsOf((await cookies()).get(displayCookie('devices'))?.value)
  return renderForViewer(
    async (viewer) => ({
      ...(await findAccountWithDevices(viewer, account, query)),
      viewer: badgeOf(viewer),
    }),
    (page) => (
      <AccountPage
        {...page}
        display={display}
        listDevices={listDevicesAction}
        deviceActions={{
          rename: renameDeviceAction,
          enable: enableDeviceAction,
          reboot: rebootDeviceAction,
          remove: removeDeviceAction,
        }}
      />
    ),
  )
}
