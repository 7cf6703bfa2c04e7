import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPlace } from '../lib/views/account.ts'
import type { DeviceList, ListDevices } from '../lib/views/device.ts'
import type { FormAction } from '../lib/views/form.ts'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { AccountHeader } from './account-header.tsx'
import { DeviceTable } from './device-table.tsx'
import type { TableLook } from './ui/data-table/table-look.ts'
import { LinkButton } from './ui/link-button.tsx'

type Props = AccountPlace & {
  devices: DeviceList
  viewer: ViewerBadge
  /** How the reader likes the table of devices. */
  look: TableLook
  listDevices: ListDevices
  reboot: FormAction<'device'>
}

/** One account with a page of its devices. */
export function AccountPage(props: Props): ReactNode {
  const words = useTranslations('devices')
  const { account, trail, devices, viewer, look, listDevices, reboot } = props
  const { may } = viewer
  return (
    <>
      <AccountHeader {...{ account, trail, viewer }} current="devices" />
      <DeviceTable
        account={account.id}
        list={devices}
        {...{ look, listDevices }}
        reboot={may.includes('device.reboot') ? reboot : undefined}
        actions={
          may.includes('device.create') && (
            <LinkButton href={`/accounts/${account.id}/devices/new`} weight="primary">
              <Plus aria-hidden="true" />
              {words('new')}
            </LinkButton>
          )
        }
      />
    </>
  )
}
