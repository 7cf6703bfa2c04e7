'use client'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { DeviceRow, DeviceSort } from '../../lib/views/device.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import { useTypeLabel } from './device-labels.ts'
import type { Column } from '../ui/data-table/column.ts'
import { DeviceStateLabel } from './device-state-label.tsx'
import { deviceState } from '../../lib/views/device-state.ts'
import { NameLabel, useNameLabel } from '../shell/name-label.tsx'

/** The columns of the device list. On a phone their content moves below the name. */
export function useDeviceColumns(): Column<DeviceRow, DeviceSort>[] {
  const t = useTranslations('devices.list')
  const typeLabel = useTypeLabel()
  const nameLabel = useNameLabel()
  const ownerLabel = (owner: string | null) => owner !== null && nameLabel('user', owner)
  return [
    {
      id: 'name',
      title: t('name'),
      sort: 'name',
      fixed: true,
      cell: (device, tabIndex) =>
        nameCell(device, tabIndex, [ownerLabel(device.owner), device.model ?? typeLabel(device.type)]),
    },
    {
      id: 'status',
      title: t('status'),
      sort: 'registered',
      className: 'w-40',
      cell: (device) => <DeviceStateLabel state={deviceState(device)} />,
    },
    {
      id: 'owner',
      title: t('owner'),
      sort: 'owner',
      className: 'w-[16%] truncate text-ink-soft max-md:hidden',
      cell: ({ owner }) => owner !== null && <NameLabel of="user" name={owner} />,
    },
    {
      id: 'model',
      title: t('model'),
      sort: 'model',
      className: 'w-[16%] truncate text-ink-soft max-md:hidden',
      cell: ({ model }) => model,
    },
    {
      id: 'mac',
      title: t('macAddress'),
      sort: 'macAddress',
      className: 'w-40 truncate text-ink-soft max-md:hidden',
      cell: ({ macAddress }) => <span className="monospace">{macInPairs(macAddress)}</span>,
    },
    {
      id: 'type',
      title: t('type'),
      className: 'w-36 truncate text-ink-faint max-lg:hidden',
      cell: ({ type }) => typeLabel(type),
    },
  ]
}

function nameCell(
  { id, name, macAddress }: DeviceRow,
  tabIndex: -1 | undefined,
  about: readonly (string | false)[],
) {
  const under = [...about, macInPairs(macAddress)].filter(Boolean).join(' · ')
  return (
    <>
      <Link
        href={`/devices/${id}`}
        tabIndex={tabIndex}
        className="block py-0.5 font-medium break-words after:absolute after:inset-0 md:truncate"
      >
        <NameLabel of="device" name={name} />
      </Link>
      <span className="block text-xs text-ink-faint md:hidden">{under}</span>
    </>
  )
}
