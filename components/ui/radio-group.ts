import type { ReactNode } from 'react'
import type { ControlProps, FieldProps } from './field.tsx'

export type RadioChoice = { value: string; label: string; hint?: ReactNode }

export type RadioProps<Name extends string> = FieldProps<Name> & {
  value: string
  choices: readonly RadioChoice[]
  onChoose?: (value: string) => void
}

/** Attributes of a radio group. A `label` element names one control only, so the group repeats the name. */
export function radioGroupProps(label: string, control: ControlProps) {
  const { name: _, readOnly, ...rest } = control
  return {
    role: 'radiogroup',
    'aria-label': label,
    'aria-readonly': readOnly || undefined,
    tabIndex: -1,
    ...rest,
  }
}
