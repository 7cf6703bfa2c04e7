import { RotateCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceDraft } from '../lib/views/device.ts'
import type { FormAction } from '../lib/views/form.ts'
import { registers } from './device/words.ts'
import { ConfirmDialog } from './ui/confirm-dialog.tsx'

type Props = {
  device: DeviceDraft
  /** Null where the person may not, then there is no button. */
  reboot: FormAction<'device'> | null
  remove: FormAction<'device'> | null
}

/** What can be done to a device as a whole. */
export function DeviceActions({ device, reboot, remove }: Props): ReactNode {
  const words = useTranslations('devices.actions')
  const hidden = { device: device.id }
  return (
    <>
      {reboot && registers(device.type) && (
        <ConfirmDialog
          action={reboot}
          hidden={hidden}
          title={words('rebootNamed', { name: device.name })}
          confirm={words('reboot')}
          trigger={
            <>
              <RotateCw aria-hidden="true" />
              {words('reboot')}
            </>
          }
        >
          <p>{words('rebootAbout')}</p>
        </ConfirmDialog>
      )}
      {remove && (
        <ConfirmDialog
          action={remove}
          hidden={hidden}
          title={words('deleteNamed', { name: device.name })}
          confirm={words('deleteDevice')}
          dangerous
          typed={device.name.trim()}
          trigger={
            <>
              <Trash2 aria-hidden="true" />
              {words('delete')}
            </>
          }
        >
          <p>{words('deleteAbout')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
