'use client'
import { Ban, CircleCheck, Copy, ListTree, Pencil, Phone, RotateCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { DeviceRow } from '../../lib/views/device.ts'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import type { BulkAction, RowAction } from '../ui/data-table/row-action.ts'
import { useCopy } from '../ui/data-table/use-copy.ts'
import { useBasePath, withBasePath } from '../ui/base-path.tsx'

type Run = ((device: DeviceRow) => void) | null

/** What the viewer may do with a device; null: they may not. */
type Options = { enable: Run; askReboot: Run; askDelete: Run }

/** The actions of the device list: for one device in its menu, and for all selected ones. */
export function useDeviceActions({ enable, askReboot, askDelete }: Options) {
  const t = useTranslations('devices.list')
  const router = useRouter()
  const base = useBasePath()
  const { copyOne, copyMany } = useCopy()

  const actionsOf = (device: DeviceRow, rename: () => void): RowAction[] => {
    const { id, type, enabled, macAddress } = device
    const mac = macInPairs(macAddress)
    return [
      { label: t('open'), icon: Phone, run: () => router.push(withBasePath(base, `/devices/${id}`)) },
      ...(enable ? [{ label: t('rename'), icon: Pencil, keys: 'F2', run: rename }] : []),
      ...(mac === '' ? [] : [{ label: t('copyMac'), icon: Copy, run: () => copyOne(mac) }]),
      ...(enable
        ? [
            {
              label: t(enabled ? 'disable' : 'enable'),
              icon: enabled ? Ban : CircleCheck,
              run: () => enable(device),
            },
          ]
        : []),
      ...(askReboot && typeRegisters(type)
        ? [{ label: t('reboot'), icon: RotateCw, run: () => askReboot(device) }]
        : []),
      ...(askDelete
        ? [{ label: t('delete'), icon: Trash2, dangerous: true, run: () => askDelete(device) }]
        : []),
    ]
  }

  const bulk: BulkAction<DeviceRow>[] = [
    { label: t('copyMacs'), icon: Copy, run: copyMany(({ macAddress }) => macInPairs(macAddress)) },
    { label: t('copyNames'), icon: ListTree, run: copyMany(({ name }) => name) },
  ]
  return { actionsOf, bulk }
}
