import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import type { CallerId, DeviceField } from '../../lib/views/device.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { TextField } from '../ui/text-field.tsx'

const PAIRS = [
  ['internalName', 'internalNumber'],
  ['externalName', 'externalNumber'],
  ['emergencyName', 'emergencyNumber'],
] as const

/** What those who are called see. */
export function CallerIdFields({ callerId }: { callerId: CallerId }): ReactNode {
  const t = useTranslations('devices.form.callerId')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      {PAIRS.map(([name, number]) => (
        <Fragment key={name}>
          <TextField<DeviceField> name={name} label={t(name)} value={callerId[name]} />
          <TextField<DeviceField>
            name={number}
            label={t(number)}
            inputMode="tel"
            value={callerId[number]}
            tabularNums
          />
        </Fragment>
      ))}
    </FieldGroup>
  )
}
