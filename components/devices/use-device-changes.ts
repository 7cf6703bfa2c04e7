'use client'
import { useTranslations } from 'next-intl'
import type { DeviceRow, DeviceRowActions } from '../../lib/views/device.ts'
import { useRowChanges } from '../ui/data-table/use-row-changes.ts'
import { useNameLabel } from '../shell/name-label.tsx'

/** Renames, enables and disables devices in their rows. */
export function useDeviceChanges({ rename, enable }: Pick<DeviceRowActions, 'rename' | 'enable'>) {
  const t = useTranslations('devices.list')
  const nameLabel = useNameLabel()
  const { change, shown } = useRowChanges<DeviceRow>()
  const failed = ({ name }: DeviceRow) => t('notChanged', { name: nameLabel('device', name) })
  return {
    shown,
    rename: (row: DeviceRow, name: string) =>
      change({
        row,
        shown: { name },
        action: rename,
        fields: { device: row.id, name, initialValues: JSON.stringify({ name: row.name }) },
        failed: failed(row),
      }),
    enable: (row: DeviceRow) =>
      change({
        row,
        shown: { enabled: !row.enabled },
        action: enable,
        fields: {
          device: row.id,
          enabled: row.enabled ? '' : 'on',
          initialValues: JSON.stringify({ enabled: row.enabled ? 'on' : '' }),
        },
        failed: failed(row),
      }),
  }
}
