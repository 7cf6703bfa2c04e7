'use client'
import type { ReactNode } from 'react'
import { CheckableField, type CheckableProps } from './checkable-field.tsx'

/** A checkbox. Sends `on` when checked, nothing otherwise. */
export function CheckboxField<Name extends string>(props: CheckableProps<Name>): ReactNode {
  return <CheckableField {...props} appearance="checkbox" />
}
