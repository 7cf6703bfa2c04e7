'use client'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { DeviceRow, DeviceSort } from '../../lib/views/device.ts'
import { macInPairs, useTypeWord } from '../device/words.ts'
import type { Column } from '../ui/data-table/column.ts'
import { Standing } from './standing.tsx'

/** What is told of a device in the list. On a phone, what has no column stands under its name. */
export function useDeviceColumns(): Column<DeviceRow, DeviceSort>[] {
  const words = useTranslations('devices.list')
  const typeWord = useTypeWord()
  return [
    {
      id: 'name',
      title: words('name'),
      sort: 'name',
      fixed: true,
      cell: (device, stop) => nameCell(device, stop, typeWord(device.type)),
    },
    {
      id: 'status',
      title: words('status'),
      sort: 'registered',
      className: 'w-32',
      cell: (device) => <Standing device={device} />,
    },
    {
      id: 'owner',
      title: words('owner'),
      sort: 'owner',
      className: 'w-[16%] truncate text-ink-soft max-md:hidden',
      cell: ({ owner }) => owner,
    },
    {
      id: 'model',
      title: words('model'),
      sort: 'model',
      className: 'w-[16%] truncate text-ink-soft max-md:hidden',
      cell: ({ model }) => model,
    },
    {
      id: 'mac',
      title: words('macAddress'),
      sort: 'macAddress',
      className: 'w-40 truncate text-ink-soft max-md:hidden',
      cell: ({ macAddress }) => <span className="figures">{macInPairs(macAddress)}</span>,
    },
    {
      id: 'type',
      title: words('type'),
      className: 'w-28 truncate text-ink-faint max-lg:hidden',
      cell: ({ type }) => typeWord(type),
    },
  ]
}

function nameCell(device: DeviceRow, stop: -1 | undefined, type: string) {
  const { id, name, owner, model, macAddress } = device
  const under = [owner, model ?? type, macInPairs(macAddress)].filter(Boolean).join(' · ')
  return (
    <>
      <Link
        href={`/devices/${id}`}
        prefetch={false}
        tabIndex={stop}
        className="block py-0.5 font-medium break-words after:absolute after:inset-0 md:truncate"
      >
        {name}
      </Link>
      <span className="block text-xs text-ink-faint md:hidden">{under}</span>
    </>
  )
}
