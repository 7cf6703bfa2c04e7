import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { icon: LucideIcon; title: string; children?: ReactNode }

/** Explains why there is nothing to show, and what to do about it. */
export function EmptyState({ icon: Icon, title, children }: Props): ReactNode {
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-12 text-center">
      <Icon aria-hidden="true" strokeWidth={1.5} className="mb-1 size-6 text-ink-faint" />
      <p className="text-sm font-semibold">{title}</p>
      <div className="flex max-w-sm flex-col items-center gap-3 text-sm text-ink-soft">{children}</div>
    </div>
  )
}
