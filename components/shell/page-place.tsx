'use client'
import { Suspense, useState, type ReactNode } from 'react'

/**
 * The place of a page. `meanwhile` is shown until its data come, if they come after its frame; null: they are here. How a page came stays with it:
 * drawn anew in one piece it keeps what was typed into it. Only what came late has a boundary, for without script nothing inside one is sure to be seen.
 */
export function PagePlace({ meanwhile, children }: { meanwhile: ReactNode; children: ReactNode }): ReactNode {
  const [late] = useState(meanwhile !== null)
  return late ? <Suspense fallback={meanwhile}>{children}</Suspense> : children
}
