'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { SelectField, type Choice } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextareaField } from '../ui/textarea-field.tsx'
import { WithheldSecret } from '../ui/withheld-secret.tsx'
import { ReadOnlySetting } from './read-only-setting.tsx'
import { LinesField } from './lines-field.tsx'
import { SettingRemovalField } from './setting-removal-field.tsx'
import { SettingHint } from './setting-hint.tsx'

/** The field for a setting, by its kind. */
export function SettingField({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, name, label, value, required } = setting
  if (setting.locked) return <WithheldSecret label={label} held={setting.set} />
  const shared = { name, label, required, hint: <SettingHint setting={setting} /> }
  switch (kind) {
    case 'truth':
    case 'choice':
      return <ChoiceField setting={setting} />
    case 'number':
      return <TextField {...shared} value={value} inputMode="decimal" tabularNums />
    case 'list':
      return <LinesField {...shared} value={value} choices={setting.choices} />
    case 'map':
      return <TextareaField {...shared} value={value} rows={2} />
    case 'json':
      return <TextareaField {...shared} value={value} rows={2} className="[&_textarea]:font-mono" />
    case 'secret':
      return (
        <div className="space-y-2">
          <PasswordField
            {...shared}
            label={setting.set ? t('newSecret', { label }) : label}
            autoComplete="new-password"
          />
          <SettingRemovalField setting={setting} />
        </div>
      )
    case 'held':
      return <ReadOnlySetting setting={setting} />
    case 'text':
      break
  }
  return value.includes('\n') ? (
    <TextareaField {...shared} value={value} />
  ) : (
    <TextField {...shared} value={value} spellCheck={false} />
  )
}

/** One of a few values, or unset: then the label says Kazoo's default. */
function ChoiceField({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, name, label, value, preset, required, choices } = setting
  const valueLabel = (choice: string) => {
    if (choice === 'true') return t('yes')
    return choice === 'false' ? t('no') : choice
  }
  const all = kind === 'truth' ? ['true', 'false'] : choices
  const unset: Choice = {
    value: '',
    label: preset === '' ? t('unset') : t('unsetPreset', { preset: valueLabel(preset) }),
  }
  // The current value stays available even if the schema no longer lists it.
  const values = value === '' || all.includes(value) ? all : [value, ...all]
  return (
    <SelectField
      name={name}
      label={label}
      required={required}
      hint={<SettingHint setting={setting} />}
      value={value}
      choices={[
        ...(required && value !== '' ? [] : [unset]),
        ...values.map((one) => ({ value: one, label: valueLabel(one) })),
      ]}
    />
  )
}
