import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CallForward, DeviceField } from '../../lib/views/device.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Where calls go instead. */
export function ForwardFields({ forward }: { forward: CallForward }): ReactNode {
  const t = useTranslations('devices.form.forward')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      <SwitchField<DeviceField>
        name="forwardEnabled"
        label={t('enabled')}
        ticked={forward.enabled}
        className="sm:col-span-2"
      />
      <TextField<DeviceField>
        name="forwardNumber"
        label={t('number')}
        type="tel"
        inputMode="tel"
        value={forward.number}
        figures
      />
      <div className="space-y-2.5 sm:col-span-2">
        <CheckboxField<DeviceField>
          name="forwardKeepCallerId"
          label={t('keepCallerId')}
          hint={t('keepCallerIdHint')}
          ticked={forward.keepCallerId}
        />
        <CheckboxField<DeviceField>
          name="forwardRequireKeypress"
          label={t('requireKeypress')}
          hint={t('requireKeypressHint')}
          ticked={forward.requireKeypress}
        />
        <CheckboxField<DeviceField>
          name="forwardDirectCallsOnly"
          label={t('directCallsOnly')}
          hint={t('directCallsOnlyHint')}
          ticked={forward.directCallsOnly}
        />
      </div>
    </FieldGroup>
  )
}
