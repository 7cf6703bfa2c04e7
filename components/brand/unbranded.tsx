'use client'
import type { ReactNode } from 'react'
import { useFace } from './face-context.tsx'

/** What only the portal itself says, such as how to begin with one: nobody's customers are told. */
export function Unbranded({ children }: { children: ReactNode }): ReactNode {
  return useFace() === null ? children : null
}
