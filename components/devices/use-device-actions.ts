'use client'
import { Copy, ListTree, Phone, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { DeviceRow } from '../../lib/views/device.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { copyText } from '../ui/copy-text.ts'
import type { BulkAction, RowAction } from '../ui/data-table/row-action.ts'
import { useToasts } from '../ui/use-toasts.ts'
import { useBasePath, withBasePath } from '../ui/base-path.tsx'

/** The actions of the device list: for one device in its menu, and for all selected ones. */
export function useDeviceActions(askReboot: ((device: DeviceRow) => void) | null) {
  const t = useTranslations('devices.list')
  const router = useRouter()
  const base = useBasePath()
  const toasts = useToasts()

  async function copyOne(text: string) {
    const copied = await copyText(text)
    toasts.add(
      copied ? { title: t('copied', { text }), tone: 'success' } : { title: t('copyRefused'), tone: 'error' },
    )
  }

  const actionsOf = (device: DeviceRow): RowAction[] => {
    const mac = macInPairs(device.macAddress)
    return [
      { label: t('open'), icon: Phone, run: () => router.push(withBasePath(base, `/devices/${device.id}`)) },
      ...(mac === '' ? [] : [{ label: t('copyMac'), icon: Copy, run: () => void copyOne(mac) }]),
      ...(askReboot && typeRegisters(device.type)
        ? [{ label: t('reboot'), icon: RotateCw, run: () => askReboot(device) }]
        : []),
    ]
  }

  async function copyMany(texts: string[], chosen: number) {
    const present = texts.filter((text) => text !== '')
    if (present.length === 0) return t('nothingToCopy')
    return (await copyText(present.join('\n')))
      ? t('copiedOf', { copied: present.length, chosen })
      : t('copyRefused')
  }

  const bulk: BulkAction<DeviceRow>[] = [
    {
      label: t('copyMacs'),
      icon: Copy,
      run: (devices, chosen) =>
        copyMany(
          devices.map(({ macAddress }) => macInPairs(macAddress)),
          chosen,
        ),
    },
    {
      label: t('copyNames'),
      icon: ListTree,
      run: (devices, chosen) =>
        copyMany(
          devices.map(({ name }) => name),
          chosen,
        ),
    },
  ]
  return { actionsOf, bulk }
}
