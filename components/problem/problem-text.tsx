import type { ReactNode } from 'react'

type Props = {
  status: number
  title: string
  message?: string | undefined
  /** What to do next. */
  next: string
  children: ReactNode
}

/** The problem, what to do next, and `children` below. */
export function ProblemText({ status, title, message, next, children }: Props): ReactNode {
  return (
    <div className="mx-auto max-w-lg space-y-4 py-12">
      <p className="tabular-nums text-sm font-medium text-ink-faint">{status}</p>
      <h1 className="text-xl font-semibold">{title}</h1>
      {message !== undefined && <p className="text-ink">{message}</p>}
      <p className="text-ink-soft">{next}</p>
      {children}
    </div>
  )
}
