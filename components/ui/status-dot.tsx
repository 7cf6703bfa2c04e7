import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A state in colour, shape and text: a full dot for on, a ring for off, a dash for unknown. */
export function StatusDot({ on, children }: { on: boolean | null; children: ReactNode }): ReactNode {
  return (
    <span
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', !on && 'text-ink-faint')}
    >
      <span
        aria-hidden="true"
        className={classNames(
          'w-2 shrink-0 rounded-full border-[1.5px]',
          on ? 'border-good-vivid bg-good-vivid' : 'border-line-strong',
          on === null ? 'h-0' : 'h-2',
        )}
      />
      {children}
    </span>
  )
}
