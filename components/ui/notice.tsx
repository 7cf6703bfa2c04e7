import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ErrorReference } from './error-reference.tsx'

export type Tone = 'info' | 'success' | 'warning' | 'error'

const styles = {
  info: { icon: Info, box: 'border-accent-ink/25 bg-accent-soft', mark: 'text-accent-ink' },
  success: { icon: CircleCheck, box: 'border-good/25 bg-good-soft', mark: 'text-good' },
  warning: { icon: TriangleAlert, box: 'border-warn/30 bg-warn-soft', mark: 'text-warn' },
  error: { icon: CircleAlert, box: 'border-bad/30 bg-bad-soft', mark: 'text-bad' },
}

type Props = { tone: Tone; title?: string; reference?: string | null; children?: ReactNode }

/** A message in a box. If it appears later, put it into a live region or move the focus to it. */
export function Notice({ tone, title, reference = null, children }: Props): ReactNode {
  const { icon: Icon, box, mark } = styles[tone]
  return (
    <div className={classNames('flex gap-2.5 rounded-md border px-3 py-2.5 text-sm text-ink', box)}>
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', mark)} />
      <div className="min-w-0 flex-1 space-y-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
        {reference !== null && <ErrorReference id={reference} />}
      </div>
    </div>
  )
}
