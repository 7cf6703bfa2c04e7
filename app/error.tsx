'use client'
import type { ReactNode } from 'react'
import { ProblemPage } from '../components/problem/problem-page.tsx'

/** A fault of ours. Next sends no message of a server error to the browser, only a digest that the log knows. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}): ReactNode {
  // A part of the page that went with the version before: only the page of today's has its own.
  const retry = error.name === 'ChunkLoadError' ? () => location.reload() : reset
  return <ProblemPage status={500} reference={error.digest ?? null} retry={retry} />
}
