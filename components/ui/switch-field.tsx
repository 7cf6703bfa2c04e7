'use client'
import type { ReactNode } from 'react'
import { TickField, type TickProps } from './tick-field.tsx'

/** Something that is on or off as a whole. Sends `on` when on, nothing when off. */
export function SwitchField<Name extends string>(props: TickProps<Name>): ReactNode {
  return <TickField {...props} looks="switch" />
}
