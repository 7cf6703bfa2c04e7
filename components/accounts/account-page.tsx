import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { DeviceList, DeviceRowActions, ListDevices } from '../../lib/views/device.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountHeader } from './account-header.tsx'
import { DeviceTable } from '../devices/device-table.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'

type Props = AccountPageData & {
  devices: DeviceList
  viewer: ViewerBadge
  /** The reader's display options for the table of devices. */
  display: DisplayOptions
  listDevices: ListDevices
  deviceActions: DeviceRowActions
}

/** An account with a page of its devices. */
export function AccountPage(props: Props): ReactNode {
  const t = useTranslations('devices')
  const { account, breadcrumbs, devices, viewer, display, listDevices, deviceActions } = props
  const { may } = viewer
  return (
    <>
      <AccountHeader {...{ account, breadcrumbs, viewer }} current="devices" />
      <UnopenableNotice of="device" unopenable={devices.unopenable} />
      <DeviceTable
        account={account.id}
        list={devices}
        {...{ display, listDevices }}
        rowActions={deviceActions}
        may={may}
        actions={
          may.includes('device.create') && (
            <LinkButton href={`/accounts/${account.id}/devices/new`} weight="primary">
              <Plus aria-hidden="true" />
              {t('new')}
            </LinkButton>
          )
        }
      />
    </>
  )
}
