'use client'
import type { ReactNode } from 'react'
import { useFieldState } from './form-context.ts'

/** A value that the action returned to be sent again with the next attempt. */
export function EchoedHiddenField({ name }: { name: string }): ReactNode {
  const { typed } = useFieldState(name)
  return typed !== null && typed !== '' && <input type="hidden" name={name} value={typed} />
}
