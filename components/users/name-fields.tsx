import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserField, UserText } from '../../lib/views/user.ts'
import { TimezoneField } from '../accounts/timezone-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Who somebody is, and whether they may sign in. */
export function PersonFields({ text }: { text: UserText }): ReactNode {
  const t = useTranslations('users.form')
  return (
    <FieldGroup title={t('user')}>
      <TextField<UserField> name="firstName" label={t('firstName')} value={text.firstName} required />
      <TextField<UserField> name="lastName" label={t('lastName')} value={text.lastName} required />
      <TextField<UserField>
        name="email"
        label={t('email')}
        type="email"
        inputMode="email"
        value={text.email}
        spellCheck={false}
      />
      <TimezoneField value={text.timezone} hint={t('zoneHint')} />
      <TextField<UserField>
        name="language"
        label={t('language')}
        hint={t('languageHint')}
        value={text.language}
        spellCheck={false}
      />
      <SwitchField<UserField>
        name="enabled"
        label={t('enabled')}
        hint={t('enabledHint')}
        ticked={text.enabled === 'on'}
        className="sm:col-span-2"
      />
    </FieldGroup>
  )
}
