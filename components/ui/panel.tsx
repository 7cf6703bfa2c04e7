import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = { title?: string; hint?: ReactNode; aside?: ReactNode; className?: string; children: ReactNode }

/** A bordered section of a page, with an optional heading. */
export function Panel({ title, hint, aside, className, children }: Props): ReactNode {
  const heading = useId()
  return (
    <section
      aria-labelledby={title === undefined ? undefined : heading}
      className="rounded-lg border border-line bg-surface shadow-panel"
    >
      {title !== undefined && (
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
          <h2 id={heading} className="text-sm font-semibold">
            {title}
          </h2>
          {hint !== undefined && <p className="text-sm text-ink-faint">{hint}</p>}
          {aside !== undefined && <div className="ml-auto flex items-center gap-2">{aside}</div>}
        </div>
      )}
      <div className={classNames('p-4', className)}>{children}</div>
    </section>
  )
}
