'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceHeader } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

const WORDS = {
  reboot: { question: 'rebootNamed', about: 'rebootAbout', confirm: 'reboot' },
  delete: { question: 'deleteNamed', about: 'deleteAbout', confirm: 'deleteDevice' },
} as const

type Props = {
  of: keyof typeof WORDS
  device: Pick<DeviceHeader, 'id' | 'name'>
  action: FormAction<'device'>
  /** Content of the button that opens the dialog; without it, the dialog is open. */
  trigger?: ReactNode
  close?: () => void
}

/** Asks for confirmation before a device is rebooted or deleted. */
export function DeviceDialog({ of, device, action, trigger, close }: Props): ReactNode {
  const t = useTranslations('devices.actions')
  const name = useNameLabel()('device', device.name)
  const { question, about, confirm } = WORDS[of]
  return (
    <ConfirmDialog
      action={action}
      hidden={{ device: device.id }}
      title={t(question, { name })}
      confirm={t(confirm)}
      dangerous={of === 'delete'}
      {...(trigger === undefined
        ? { open: true, onOpenChange: (open: boolean) => !open && close?.() }
        : { trigger, ...(of === 'delete' && { weight: 'dangerOutline' as const }) })}
    >
      <p>{t(about)}</p>
    </ConfirmDialog>
  )
}
