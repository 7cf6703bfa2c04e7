'use client'
import type { ReactNode } from 'react'
import { Problem } from '../components/problem.tsx'

/** A fault of ours. Next sends no message of a server error to the browser, only a digest that the log knows. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}): ReactNode {
  return <Problem status={500} reference={error.digest ?? null} retry={reset} />
}
