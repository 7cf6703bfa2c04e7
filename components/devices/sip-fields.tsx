import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceDraft, DeviceField, RevealPassword } from '../../lib/views/device.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = { device: DeviceDraft; reveal: RevealPassword | null }

/** What the phone signs in with. */
export function SipFields({ device, reveal }: Props): ReactNode {
  const t = useTranslations('devices.form.sip')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      <TextField<DeviceField>
        name="sipUsername"
        label={t('username')}
        value={device.sipUsername}
        spellCheck={false}
        tabularNums
      />
      <SecretField<DeviceField>
        name="sipPassword"
        label={t('password')}
        held={device.hasSipPassword}
        reveal={reveal && (() => reveal(device.id))}
        className="sm:col-span-2"
      />
    </FieldGroup>
  )
}
