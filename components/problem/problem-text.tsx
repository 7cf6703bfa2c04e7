import type { ReactNode } from 'react'

type Props = {
  status: number
  title: string
  /** One sentence: why, or what to do next. */
  text: string
  children: ReactNode
}

/** The problem, a sentence about it, and `children` below: what to do next. */
export function ProblemText({ status, title, text, children }: Props): ReactNode {
  return (
    <div className="mx-auto max-w-lg space-y-4 py-12">
      <p className="tabular-nums text-sm font-medium text-ink-faint">{status}</p>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="text-ink-soft">{text}</p>
      {children}
    </div>
  )
}
