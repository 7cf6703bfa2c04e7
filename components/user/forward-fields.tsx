import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserField, UserForward } from '../../lib/views/user.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const TICKS = [
  ['forwardSubstitute', 'substitute'],
  ['forwardKeepCallerId', 'keepCallerId'],
  ['forwardRequireKeypress', 'requireKeypress'],
  ['forwardDirectCallsOnly', 'directCallsOnly'],
  ['forwardIgnoreEarlyMedia', 'ignoreEarlyMedia'],
  ['forwardFailover', 'failover'],
] as const

/** Where somebody's calls go instead. */
export function UserForwardFields({ forward }: { forward: UserForward }): ReactNode {
  const t = useTranslations('users.form.forward')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      <SwitchField<UserField>
        name="forwardEnabled"
        label={t('enabled')}
        ticked={forward.enabled}
        className="sm:col-span-2"
      />
      <TextField<UserField>
        name="forwardNumber"
        label={t('number')}
        type="tel"
        inputMode="tel"
        value={forward.number}
        figures
      />
      <div className="space-y-2.5 sm:col-span-2">
        {TICKS.map(([name, key]) => (
          <CheckboxField<UserField>
            key={name}
            name={name}
            label={t(key)}
            hint={t(`hints.${key}`)}
            ticked={forward[key]}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
