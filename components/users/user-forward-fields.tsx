import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserField, UserForward } from '../../lib/views/user.ts'
import { ForwardFields } from '../devices/call-forward-fields.tsx'
import { FieldGroup } from '../ui/field-group.tsx'

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
      <ForwardFields<UserField>
        enabled={{ label: t('enabled'), ticked: forward.enabled }}
        number={{ label: t('number'), value: forward.number }}
        ticks={TICKS.map(([name, key]) => ({
          name,
          label: t(key),
          hint: t(`hints.${key}`),
          ticked: forward[key],
        }))}
      />
    </FieldGroup>
  )
}
