'use client'
import type { ReactNode } from 'react'
import { TickField, type TickProps } from './tick-field.tsx'

/** Something that holds or does not. Sends `on` when ticked, nothing when not. */
export function CheckboxField<Name extends string>(props: TickProps<Name>): ReactNode {
  return <TickField {...props} looks="checkbox" />
}
