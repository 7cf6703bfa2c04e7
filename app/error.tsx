'use client'
import type { ReactNode } from 'react'
import { ProblemPage } from '../components/problem/problem-page.tsx'

/**
 * Shown for an error of the portal. Next sends the browser no message of a server error, only a digest that
 * is in the log.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}): ReactNode {
  // The page belongs to an earlier version whose chunks are gone: only a reload gets the current ones.
  const retry = error.name === 'ChunkLoadError' ? () => location.reload() : reset
  return <ProblemPage status={500} reference={error.digest ?? null} retry={retry} />
}
