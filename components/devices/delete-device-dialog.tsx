'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = { device: DeviceRow; action: FormAction<'device'>; close: () => void }

/** Asks for confirmation before a device of the list is deleted. */
export function DeleteDeviceDialog({ device, action, close }: Props): ReactNode {
  const t = useTranslations('devices.actions')
  const nameLabel = useNameLabel()
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      action={action}
      hidden={{ device: device.id }}
      title={t('deleteNamed', { name: nameLabel('device', device.name) })}
      confirm={t('deleteDevice')}
      dangerous
    >
      <p>{t('deleteAbout')}</p>
    </ConfirmDialog>
  )
}
