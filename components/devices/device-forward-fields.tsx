import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CallForward, DeviceField } from '../../lib/views/device.ts'
import { ForwardFields } from './call-forward-fields.tsx'
import { FieldGroup } from '../ui/field-group.tsx'

const TICKS = [
  ['forwardKeepCallerId', 'keepCallerId', 'keepCallerIdHint'],
  ['forwardRequireKeypress', 'requireKeypress', 'requireKeypressHint'],
  ['forwardDirectCallsOnly', 'directCallsOnly', 'directCallsOnlyHint'],
] as const

/** Where the calls of a device go instead. */
export function DeviceForwardFields({ forward }: { forward: CallForward }): ReactNode {
  const t = useTranslations('devices.form.forward')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      <ForwardFields<DeviceField>
        enabled={{ label: t('enabled'), ticked: forward.enabled }}
        number={{ label: t('number'), value: forward.number }}
        ticks={TICKS.map(([name, key, hint]) => ({
          name,
          label: t(key),
          hint: t(hint),
          ticked: forward[key],
        }))}
      />
    </FieldGroup>
  )
}
