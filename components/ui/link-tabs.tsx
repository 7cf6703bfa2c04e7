import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The look of a tab, and of the row they stand in, which scrolls by itself where it is too long. */
export const TAB =
  '-mb-px inline-flex min-h-9 items-center gap-1.5 rounded-t-sm border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap text-ink-soft -outline-offset-2 transition-colors hover:text-ink pointer-coarse:min-h-control'
export const TAB_LIST = 'flex gap-4 overflow-x-auto border-b border-line'

export type LinkTab = { href: Route; title: string; current: boolean; count?: number }

/** Pages of one thing, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }): ReactNode {
  return (
    <nav aria-label={label} className={TAB_LIST}>
      {tabs.map(({ href, title, current, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className={classNames(TAB, current && 'border-accent-ink text-ink')}
        >
          {title}
          {count !== undefined && <span className="count text-xs text-ink-faint">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
