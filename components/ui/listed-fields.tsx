'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type ComponentProps, type ReactNode } from 'react'
import type { Field, FieldList } from '../../lib/views/field-list.ts'
import { CheckboxField } from './checkbox-field.tsx'
import { SwitchField } from './switch-field.tsx'
import { controlText, isUnsupported } from '../../lib/views/unsupported.ts'
import { TextField } from './text-field.tsx'
import { UnsupportedField } from './unsupported-field.tsx'

type Props<Fields extends FieldList> = {
  fields: Fields
  /** Shows only the fields of this group. */
  group?: Fields[keyof Fields]['group']
  text: Readonly<Partial<Record<keyof Fields, string>>>
  /**
   * Replaces the control of a field that needs more than its text, such as a secret; null leaves it out. Its
   * value is the `controlText` of the field.
   */
  controls?: Readonly<Partial<Record<keyof Fields, ReactNode>>>
  /** Kazoo's paths of stored objects that no field shows; those beside the fields of this group are named. */
  nested?: readonly string[]
}

/** The properties of the control, by kind of text. */
const TEXT_PROPS: Partial<Record<Field['kind'], Partial<ComponentProps<typeof TextField>>>> = {
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  code: { spellCheck: false, tabularNums: true },
  identifier: { spellCheck: false, tabularNums: true },
  mac: { spellCheck: false, tabularNums: true },
  digits: { inputMode: 'numeric', tabularNums: true },
  number: { type: 'tel', inputMode: 'tel', tabularNums: true },
  addresses: { spellCheck: false, className: 'sm:col-span-2' },
}

/** The fields of a list in its order, with the checkboxes at the end. */
export function ListedFields<Fields extends FieldList>(props: Props<Fields>): ReactNode {
  const { fields, group, text } = props
  const controls: Readonly<Partial<Record<string, ReactNode>>> = props.controls ?? {}
  const t = useTranslations()
  const listed = Object.entries(fields).filter(
    ([name, field]) => (group === undefined || field.group === group) && controls[name] !== null,
  )
  const draw = ([name, { kind, label, hint, required }]: [string, Field]) => {
    const field = { name, label: t(label), ...(hint && { hint: t(hint) }), required: required !== undefined }
    const value = text[name] ?? ''
    const control = controls[name] ?? drawControl(field, kind, controlText(value))
    if (!isUnsupported(value)) return <Fragment key={name}>{control}</Fragment>
    return (
      <UnsupportedField key={name} {...{ name, label: field.label, text: value }}>
        {control}
      </UnsupportedField>
    )
  }
  const parents = new Set(listed.map(([, { path }]) => path.split('.')[0]))
  const nested = props.nested?.filter((path) => parents.has(path.split('.')[0])) ?? []
  const ticks = listed.filter(([, { kind }]) => kind === 'checkbox')
  return (
    <>
      {listed.filter(([, { kind }]) => kind !== 'checkbox').map(draw)}
      {ticks.length > 0 && <div className="space-y-2.5 sm:col-span-2">{ticks.map(draw)}</div>}
      {nested.length > 0 && (
        <p className="text-xs text-ink-soft wrap-anywhere sm:col-span-2">
          {t('form.unsupported.nested', { paths: nested.join(', ') })}
        </p>
      )}
    </>
  )
}

function drawControl(
  field: { name: string; label: string; required: boolean },
  kind: Field['kind'],
  value: string,
) {
  if (kind === 'switch') return <SwitchField {...field} ticked={value === 'on'} className="sm:col-span-2" />
  if (kind === 'checkbox') return <CheckboxField {...field} ticked={value === 'on'} />
  return <TextField {...field} {...TEXT_PROPS[kind]} value={value} />
}
