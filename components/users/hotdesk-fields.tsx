import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Hotdesk, UserField } from '../../lib/views/user.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { PinField } from './pin-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Signing in at any desk. */
export function HotdeskFields({ hotdesk }: { hotdesk: Hotdesk }): ReactNode {
  const t = useTranslations('users.form.hotdesk')
  return (
    <FieldGroup title={t('title')} hint={t('hint')}>
      <SwitchField<UserField>
        name="hotdeskEnabled"
        label={t('enabled')}
        ticked={hotdesk.enabled}
        className="sm:col-span-2"
      />
      <TextField<UserField>
        name="hotdeskId"
        label={t('id')}
        value={hotdesk.id}
        inputMode="numeric"
        tabularNums
      />
      <PinField<UserField> name="hotdeskPin" label={t('pin')} held={hotdesk.hasPin} />
      <div className="space-y-2.5 sm:col-span-2">
        <CheckboxField<UserField>
          name="hotdeskRequirePin"
          label={t('requirePin')}
          ticked={hotdesk.requirePin}
        />
        <CheckboxField<UserField>
          name="hotdeskKeepLoggedIn"
          label={t('keepLoggedIn')}
          hint={t('keepLoggedInHint')}
          ticked={hotdesk.keepLoggedIn}
        />
      </div>
    </FieldGroup>
  )
}
