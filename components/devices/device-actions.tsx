import { RotateCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceHeader } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  device: DeviceHeader
  /** Null if the viewer may not: then there is no button. */
  reboot: FormAction<'device'> | null
  remove: FormAction<'device'> | null
}

/** The actions for a device: reboot and delete. */
export function DeviceActions({ device, reboot, remove }: Props): ReactNode {
  const t = useTranslations('devices.actions')
  const hidden = { device: device.id }
  const name = useNameLabel()('device', device.name)
  return (
    <>
      {reboot && typeRegisters(device.type) && (
        <ConfirmDialog
          action={reboot}
          hidden={hidden}
          title={t('rebootNamed', { name })}
          confirm={t('reboot')}
          trigger={
            <>
              <RotateCw aria-hidden="true" />
              {t('reboot')}
            </>
          }
        >
          <p>{t('rebootAbout')}</p>
        </ConfirmDialog>
      )}
      {remove && (
        <ConfirmDialog
          action={remove}
          hidden={hidden}
          title={t('deleteNamed', { name })}
          confirm={t('deleteDevice')}
          weight="dangerOutline"
          dangerous
          trigger={
            <>
              <Trash2 aria-hidden="true" />
              {t('delete')}
            </>
          }
        >
          <p>{t('deleteAbout')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
