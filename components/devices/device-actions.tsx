import { RotateCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceHeader } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { DeviceDialog } from './device-dialog.tsx'

type Props = {
  device: DeviceHeader
  /** Null if the viewer may not: then there is no button. */
  reboot: FormAction<'device'> | null
  remove: FormAction<'device'> | null
}

/** The actions for a device: reboot and delete. */
export function DeviceActions({ device, reboot, remove }: Props): ReactNode {
  const t = useTranslations('devices.actions')
  const { id, name } = device
  return (
    <>
      {reboot && typeRegisters(device.type) && (
        <DeviceDialog
          of="reboot"
          device={{ id, name }}
          action={reboot}
          trigger={
            <>
              <RotateCw aria-hidden="true" />
              {t('reboot')}
            </>
          }
        />
      )}
      {remove && (
        <DeviceDialog
          of="delete"
          device={{ id, name }}
          action={remove}
          trigger={
            <>
              <Trash2 aria-hidden="true" />
              {t('delete')}
            </>
          }
        />
      )}
    </>
  )
}
