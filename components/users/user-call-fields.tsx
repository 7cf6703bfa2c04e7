import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserField, UserText } from '../../lib/views/user.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { TextField } from '../ui/text-field.tsx'

const TICKS = ['doNotDisturb', 'callWaiting', 'voicemailToEmail', 'contactListExclude'] as const

/** How somebody is called, and what happens then. */
export function CallFields({ text }: { text: UserText }): ReactNode {
  const t = useTranslations('users.form')
  return (
    <FieldGroup title={t('calls')}>
      <TextField<UserField>
        name="extension"
        label={t('extension')}
        hint={t('extensionHint')}
        value={text.extension}
        spellCheck={false}
        tabularNums
        className="sm:col-span-2"
      />
      <div className="space-y-2.5 sm:col-span-2">
        {TICKS.map((name) => (
          <CheckboxField<UserField>
            key={name}
            name={name}
            label={t(name)}
            hint={t(`hints.${name}`)}
            ticked={text[name] === 'on'}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
