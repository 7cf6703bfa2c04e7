import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPlace } from '../lib/views/account.ts'
import type { DeviceList, ListDevices } from '../lib/views/device.ts'
import type { FormAction } from '../lib/views/form.ts'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { AccountMarks, AccountSummary } from './account-summary.tsx'
import { DeviceTable } from './device-table.tsx'
import { PageHeader } from './page-header.tsx'
import { PaletteActions } from './palette/palette-actions.tsx'
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
  const words = useTranslations()
  const { account, trail, devices, viewer, look, listDevices, reboot } = props
  const { may } = viewer
  const offered = [
    { verb: 'device.create', label: words('devices.new'), href: `/accounts/${account.id}/devices/new` },
    { verb: 'account.create', label: words('accounts.new'), href: `/accounts/${account.id}/accounts/new` },
    { verb: 'account.edit', label: words('accounts.editTitle'), href: `/accounts/${account.id}/edit` },
  ] as const
  return (
    <>
      <PaletteActions
        actions={offered.flatMap(({ verb, label, href }) => (may.includes(verb) ? [{ label, href }] : []))}
      />
      <PageHeader
        title={account.name}
        trail={trail.slice(0, -1)}
        marks={<AccountMarks account={account} />}
        about={<AccountSummary account={account} />}
        actions={
          <>
            {may.includes('account.edit') && (
              <LinkButton href={`/accounts/${account.id}/edit`}>
                <Pencil aria-hidden="true" />
                {words('accounts.edit')}
              </LinkButton>
            )}
            {may.includes('account.create') && (
              <LinkButton href={`/accounts/${account.id}/accounts/new`}>
                <Plus aria-hidden="true" />
                {words('accounts.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <DeviceTable
        account={account.id}
        list={devices}
        {...{ look, listDevices }}
        reboot={may.includes('device.reboot') ? reboot : undefined}
        actions={
          may.includes('device.create') && (
            <LinkButton href={`/accounts/${account.id}/devices/new`} weight="primary">
              <Plus aria-hidden="true" />
              {words('devices.new')}
            </LinkButton>
          )
        }
      />
    </>
  )
}
