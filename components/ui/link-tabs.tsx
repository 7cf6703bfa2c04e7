import type { Route } from 'next'
import { Link } from './link.tsx'
import type { ReactNode } from 'react'

/** The classes of a tab and of the tab row, which scrolls when it is too long. */
export const TAB =
  'inline-flex min-h-9 items-center gap-1.5 rounded-t-sm border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap text-ink-soft -outline-offset-2 transition-colors hover:text-ink aria-[current=page]:border-accent-ink aria-[current=page]:text-ink data-active:border-accent-ink data-active:text-ink pointer-coarse:min-h-control forced-colors:border-[Canvas] forced-colors:aria-[current=page]:border-[Highlight] forced-colors:data-active:border-[Highlight]'
export const TAB_LIST = 'flex gap-4 overflow-x-auto shadow-[inset_0_-1px_var(--line)]'

export type LinkTab = { href: Route; title: string; current: boolean; count?: number }

/** Tabs that are links: each page has its own URL. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }): ReactNode {
  return (
    <TabRow label={label}>
      {tabs.map(({ href, title, current, count }) => (
        <TabLink key={href} href={href} current={current}>
          {title}
          {count !== undefined && <span className="tabular-nums text-xs text-ink-faint">{count}</span>}
        </TabLink>
      ))}
    </TabRow>
  )
}

/** The tab row, for URLs that contain ids: its children are `TabLink`s. */
export function TabRow({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <nav aria-label={label} className={TAB_LIST}>
      {children}
    </nav>
  )
}

type TabProps<Path extends string> = { href: Route<Path>; current: boolean; children: ReactNode }

/** One tab of a `TabRow`. */
export function TabLink<Path extends string>({ href, current, children }: TabProps<Path>): ReactNode {
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className={TAB}>
      {children}
    </Link>
  )
}
