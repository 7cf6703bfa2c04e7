'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmForm } from '../ui/confirm-form.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { useSubmission } from '../ui/use-submission.ts'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = { device: DeviceRow; action: FormAction<'device'>; close: () => void }

/** Asks for confirmation before a phone is rebooted. */
export function RebootDialog({ device, action, close }: Props): ReactNode {
  const t = useTranslations('devices.list')
  const tUi = useTranslations('ui')
  const nameLabel = useNameLabel()
  const [open, setOpen] = useState(true)
  const submission = useSubmission(action)
  return (
    <Dialog
      title={t('rebootTitle', { name: nameLabel('device', device.name) })}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) close()
      }}
    >
      <div className="space-y-4">
        <p className="text-ink-soft">{t('rebootAbout')}</p>
        <ConfirmForm
          hidden={{ device: device.id }}
          confirm={t('reboot')}
          submission={submission}
          beside={<DialogClose>{tUi('cancel')}</DialogClose>}
          done={<DialogClose>{tUi('close')}</DialogClose>}
        />
      </div>
    </Dialog>
  )
}
