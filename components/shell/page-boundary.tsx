'use client'
import { Suspense, useState, type ReactNode } from 'react'

type Props = { fallback: ReactNode; children: ReactNode }

/**
 * What is around a page. `fallback` is shown until its data come, if they come after its frame; null: they are here. How a page came stays with it:
 * drawn anew in one piece it keeps what was typed into it. Only what came late has a Suspense, for without script nothing inside one is sure to be seen.
 */
export function PageBoundary({ fallback, children }: Props): ReactNode {
  const [late] = useState(fallback !== null)
  return late ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
