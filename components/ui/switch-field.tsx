'use client'
import type { ReactNode } from 'react'
import { CheckableField, type CheckableProps } from './checkable-field.tsx'

/** Something that is on or off as a whole. Sends `on` when on, nothing when off. */
export function SwitchField<Name extends string>(props: CheckableProps<Name>): ReactNode {
  return <CheckableField {...props} looks="switch" />
}
