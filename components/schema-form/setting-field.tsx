'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'
import { useFieldState } from '../ui/form-context.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { SegmentedField } from '../ui/segmented-field.tsx'
import { SelectField, type Choice } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextareaField } from '../ui/textarea-field.tsx'
import { WithheldSecret } from '../ui/withheld-secret.tsx'
import { JsonField } from './json-field.tsx'
import { ReadOnlySetting } from './read-only-setting.tsx'
import { ResetButton } from './reset-button.tsx'
import { RowsField } from './rows-field.tsx'
import { SettingHint } from './setting-hint.tsx'
import { SettingRemovalField } from './setting-removal-field.tsx'

/** The field for a setting, and a button that resets it where it has a value of its own. */
export function SettingField({ setting }: { setting: Setting }): ReactNode {
  const { kind, name, label, set, required, locked } = setting
  const { readOnly } = useFieldState(name)
  if (locked) return <WithheldSecret label={label} held={set} />
  if (kind === 'held') return <ReadOnlySetting setting={setting} />
  const resettable = set && !required && !readOnly && kind !== 'secret'
  return (
    <div className={resettable ? 'relative [&>div>label:first-child]:pr-8' : undefined}>
      <ControlOfKind setting={setting} />
      {resettable && <ResetButton name={name} label={label} />}
    </div>
  )
}

function ControlOfKind({ setting }: { setting: Setting }): ReactNode {
  const { kind, name, label, value, required, table } = setting
  const shared = { name, label, required, value, hint: <SettingHint setting={setting} /> }
  switch (kind) {
    case 'truth':
    case 'choice':
      return <ChoiceField setting={setting} />
    case 'number':
      return <TextField {...shared} inputMode="decimal" tabularNums />
    case 'list':
    case 'map':
      return <RowsField {...shared} setting={setting} />
    case 'json':
      return table === null ? <JsonField {...shared} /> : <RowsField {...shared} setting={setting} />
    case 'secret':
      return <NewSecretField setting={setting} />
    case 'text':
    case 'held':
      break
  }
  return value.includes('\n') ? <TextareaField {...shared} /> : <TextField {...shared} spellCheck={false} />
}

/** One of a few values, or unset: then the label says Kazoo's default. */
function ChoiceField({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, name, label, value, preset, required } = setting
  const valueLabel = (choice: string) => {
    if (choice === 'true') return t('yes')
    if (choice === 'false') return t('no')
    return setting.choices.find((one) => one.value === choice)?.label ?? choice
  }
  const all = kind === 'truth' ? ['true', 'false'] : setting.choices.map((one) => one.value)
  const unset: Choice = {
    value: '',
    label: preset === '' ? t('unset') : t('unsetPreset', { preset: valueLabel(preset) }),
  }
  // The current value stays available even if the schema no longer lists it.
  const values = value === '' || all.includes(value) ? all : [value, ...all]
  const choices = [
    ...(required && value !== '' ? [] : [unset]),
    ...values.map((one) => ({ value: one, label: valueLabel(one) })),
  ]
  const field = { name, label, required, value, choices, hint: <SettingHint setting={setting} /> }
  return kind === 'truth' ? <SegmentedField {...field} /> : <SelectField {...field} />
}

function NewSecretField({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { name, label, required, set } = setting
  return (
    <div className="space-y-2">
      <PasswordField
        name={name}
        label={set ? t('newSecret', { label }) : label}
        required={required}
        hint={<SettingHint setting={setting} />}
        autoComplete="new-password"
      />
      <SettingRemovalField setting={setting} />
    </div>
  )
}
