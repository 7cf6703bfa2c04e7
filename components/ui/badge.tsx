import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const styles = {
  neutral: 'border-line bg-sunken text-ink-soft',
  accent: 'border-accent-ink/20 bg-accent-soft text-accent-ink',
  good: 'border-good/20 bg-good-soft text-good',
  warn: 'border-warn/25 bg-warn-soft text-warn',
  bad: 'border-bad/25 bg-bad-soft text-bad',
}

/** A short label, such as a state or a type. */
export function Badge({ tone, children }: { tone: keyof typeof styles; children: ReactNode }): ReactNode {
  return (
    <span
      className={classNames(
        'inline-flex items-center rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        styles[tone],
      )}
    >
      {children}
    </span>
  )
}
