'use client'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { DeviceRow, DeviceSort } from '../../lib/views/device.ts'
import { DEVICE_STATES, deviceState } from '../../lib/views/device-state.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import { DEVICE_TYPE_LABELS, useTypeLabel } from './device-labels.ts'
import type { Column } from '../ui/data-table/column.ts'
import { NameCell } from '../ui/data-table/name-cell.tsx'
import { DeviceStateLabel } from './device-state-label.tsx'
import { NameLabel, useNameLabel } from '../shell/name-label.tsx'

/** The columns of the device list. On a phone their content moves into the cell of the name. */
export function useDeviceColumns(): Column<DeviceRow, DeviceSort>[] {
  const t = useTranslations('devices')
  const typeLabel = useTypeLabel()
  const nameLabel = useNameLabel()
  const ownerLabel = (owner: string | null) => owner !== null && nameLabel('user', owner)
  return [
    {
      id: 'name',
      title: t('list.name'),
      sort: 'name',
      fixed: true,
      cell: (device, tabIndex) => (
        <NameCell
          link={
            <Link href={`/devices/${device.id}`} tabIndex={tabIndex}>
              <NameLabel of="device" name={device.name} />
            </Link>
          }
          state={<DeviceStateLabel state={deviceState(device)} />}
          about={[ownerLabel(device.owner), device.model ?? typeLabel(device.type)]}
        />
      ),
    },
    {
      id: 'status',
      title: t('list.status'),
      sort: 'registered',
      words: DEVICE_STATES.map((state) => t(`states.${state}`)),
      className: 'max-md:hidden',
      cell: (device) => <DeviceStateLabel state={deviceState(device)} />,
    },
    {
      id: 'owner',
      title: t('list.owner'),
      sort: 'owner',
      className: 'w-[15%] truncate text-ink-soft max-md:hidden',
      cell: ({ owner }) => owner !== null && <NameLabel of="user" name={owner} />,
    },
    {
      id: 'model',
      title: t('list.model'),
      sort: 'model',
      className: 'w-[14%] truncate text-ink-soft max-md:hidden',
      cell: ({ model, agent }) => <span data-full={agent ?? undefined}>{model}</span>,
    },
    {
      id: 'mac',
      title: t('list.macAddress'),
      sort: 'macAddress',
      className: 'w-38 truncate text-ink-soft max-md:hidden',
      cell: ({ macAddress }) => <span className="monospace">{macInPairs(macAddress)}</span>,
    },
    {
      id: 'type',
      title: t('list.type'),
      words: DEVICE_TYPE_LABELS.map((type) => t(`types.${type}`)),
      small: true,
      className: 'truncate text-xs text-ink-faint max-lg:hidden',
      cell: ({ type }) => typeLabel(type),
    },
  ]
}
