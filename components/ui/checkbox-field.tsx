'use client'
import type { ReactNode } from 'react'
import { CheckableField, type CheckableProps } from './checkable-field.tsx'

/** Something that holds or does not. Sends `on` when ticked, nothing when not. */
export function CheckboxField<Name extends string>(props: CheckableProps<Name>): ReactNode {
  return <CheckableField {...props} looks="checkbox" />
}
