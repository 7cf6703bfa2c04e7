'use client'
import { Copy, ListTree, Phone, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { DeviceRow } from '../../lib/views/device.ts'
import { macInPairs, registers } from '../device/words.ts'
import type { BulkAction, RowAction } from '../ui/data-table/row-action.ts'
import { useToasts } from '../ui/use-toasts.ts'
import { useBase, within } from '../ui/within.tsx'

/** What can be done with devices of a list: with one, by its menu, and with all that are chosen. */
export function useDeviceActions(askReboot: ((device: DeviceRow) => void) | null) {
  const words = useTranslations('devices.list')
  const router = useRouter()
  const base = useBase()
  const toasts = useToasts()

  async function copyOne(text: string) {
    const copied = await copy(text)
    toasts.add(
      copied
        ? { title: words('copied', { text }), tone: 'success' }
        : { title: words('copyRefused'), tone: 'error' },
    )
  }

  const actionsOf = (device: DeviceRow): RowAction[] => {
    const mac = macInPairs(device.macAddress)
    return [
      { label: words('open'), icon: Phone, run: () => router.push(within(base, `/devices/${device.id}`)) },
      ...(mac === '' ? [] : [{ label: words('copyMac'), icon: Copy, run: () => void copyOne(mac) }]),
      ...(askReboot && registers(device.type)
        ? [{ label: words('reboot'), icon: RotateCw, run: () => askReboot(device) }]
        : []),
    ]
  }

  async function copyMany(texts: string[], chosen: number) {
    const known = texts.filter((text) => text !== '')
    if (known.length === 0) return words('nothingToCopy')
    return (await copy(known.join('\n')))
      ? words('copiedOf', { copied: known.length, chosen })
      : words('copyRefused')
  }

  const bulk: BulkAction<DeviceRow>[] = [
    {
      label: words('copyMacs'),
      icon: Copy,
      run: (devices, chosen) =>
        copyMany(
          devices.map(({ macAddress }) => macInPairs(macAddress)),
          chosen,
        ),
    },
    {
      label: words('copyNames'),
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

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
