'use client'
import type { ReactNode } from 'react'
import { CheckableField, type CheckableProps } from './checkable-field.tsx'

/** A switch. Sends `on` when on, nothing otherwise. */
export function SwitchField<Name extends string>(props: CheckableProps<Name>): ReactNode {
  return <CheckableField {...props} appearance="switch" />
}
