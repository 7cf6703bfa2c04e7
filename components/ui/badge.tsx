import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const looks = {
  neutral: 'border-line bg-sunken text-ink-soft',
  accent: 'border-accent-ink/20 bg-accent-soft text-accent-ink',
  good: 'border-good/20 bg-good-soft text-good',
  warn: 'border-warn/25 bg-warn-soft text-warn',
  bad: 'border-bad/25 bg-bad-soft text-bad',
}

/** A word about a thing, such as its state or its kind. */
export function Badge({ tone, children }: { tone: keyof typeof looks; children: ReactNode }): ReactNode {
  return (
    <span
      className={classNames(
        'inline-flex items-center rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        looks[tone],
      )}
    >
      {children}
    </span>
  )
}
