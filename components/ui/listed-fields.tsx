'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type ComponentProps, type ReactNode } from 'react'
import type { Field, FieldList } from '../../lib/views/field-list.ts'
import { CheckboxField } from './checkbox-field.tsx'
import { SwitchField } from './switch-field.tsx'
import { TextField } from './text-field.tsx'

type Props<Fields extends FieldList> = {
  fields: Fields
  /** Only the fields of this group; without it all of them. */
  group?: Fields[keyof Fields]['group']
  text: Readonly<Partial<Record<keyof Fields, string>>>
  /**
   * The controls of fields that need more than their text, such as a secret or a choice; null leaves one out.
   */
  controls?: Readonly<Partial<Record<keyof Fields, ReactNode>>>
}

/** How each kind of text is typed. */
const TYPED: Partial<Record<Field['kind'], Partial<ComponentProps<typeof TextField>>>> = {
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  code: { spellCheck: false, tabularNums: true },
  identifier: { spellCheck: false, tabularNums: true },
  mac: { spellCheck: false, tabularNums: true },
  digits: { inputMode: 'numeric', tabularNums: true },
  number: { type: 'tel', inputMode: 'tel', tabularNums: true },
  addresses: { spellCheck: false, className: 'sm:col-span-2' },
}

/**
 * Fields as their list says: what is typed and what is on as a whole in its order, and below it what holds
 * besides.
 */
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
    return <TextField key={name} {...field} {...TYPED[kind]} value={value} />
  }
  const ticks = listed.filter(([, { kind }]) => kind === 'checkbox')
  return (
    <>
      {listed.filter(([, { kind }]) => kind !== 'checkbox').map(draw)}
      {ticks.length > 0 && <div className="space-y-2.5 sm:col-span-2">{ticks.map(draw)}</div>}
    </>
  )
}
