'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type ComponentProps, type ReactNode } from 'react'
import type { Field, FieldList } from '../../lib/views/field-list.ts'
import { CheckboxField } from './checkbox-field.tsx'
import { SwitchField } from './switch-field.tsx'
import { TextField } from './text-field.tsx'

type Props<Fields extends FieldList> = {
  fields: Fields
  /** Shows only the fields of this group. */
  group?: Fields[keyof Fields]['group']
  text: Readonly<Partial<Record<keyof Fields, string>>>
  /** Replaces the control of a field that needs more than its text, such as a secret; null leaves it out. */
  controls?: Readonly<Partial<Record<keyof Fields, ReactNode>>>
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
    const control = controls[name]
    if (control !== undefined) return <Fragment key={name}>{control}</Fragment>
    const value = text[name] ?? ''
    if (kind === 'switch')
      return <SwitchField key={name} {...field} ticked={value === 'on'} className="sm:col-span-2" />
    if (kind === 'checkbox') return <CheckboxField key={name} {...field} ticked={value === 'on'} />
    return <TextField key={name} {...field} {...TEXT_PROPS[kind]} value={value} />
  }
  const ticks = listed.filter(([, { kind }]) => kind === 'checkbox')
  return (
    <>
      {listed.filter(([, { kind }]) => kind !== 'checkbox').map(draw)}
      {ticks.length > 0 && <div className="space-y-2.5 sm:col-span-2">{ticks.map(draw)}</div>}
    </>
  )
}
