'use client'
import { Suspense, useState, type ReactNode } from 'react'

type Props = { fallback: ReactNode; children: ReactNode }

/**
 * Wraps a page. `fallback` is shown until its data arrive; null: they are here. Which of the two it was at
 * first stays for good, so that a refresh keeps what was typed. Only late pages get a Suspense, because
 * without script its content might never be shown.
 */
export function PageBoundary({ fallback, children }: Props): ReactNode {
  const [late] = useState(fallback !== null)
  return late ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
