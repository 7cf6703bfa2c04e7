import { RotateCw, Trash2 } from 'lucide-react'
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
  const hidden = { device: device.id }
  return (
    <>
      {reboot && registers(device.type) && (
        <ConfirmDialog
          action={reboot}
          hidden={hidden}
          title={`Reboot ${device.name}?`}
          confirm="Reboot"
          trigger={
            <>
              <RotateCw aria-hidden="true" />
              Reboot
            </>
          }
        >
          <p>
            The phone is told to restart and to fetch its settings. A call on it ends; most are back within
            three minutes.
          </p>
        </ConfirmDialog>
      )}
      {remove && (
        <ConfirmDialog
          action={remove}
          hidden={hidden}
          title={`Delete ${device.name}?`}
          confirm="Delete device"
          dangerous
          typed={device.name.trim()}
          trigger={
            <>
              <Trash2 aria-hidden="true" />
              Delete
            </>
          }
        >
          <p>
            It signs off at once, its settings and its SIP password are gone, and calls to it go nowhere. This
            cannot be taken back.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
