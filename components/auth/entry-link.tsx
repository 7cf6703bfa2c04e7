import type { Route } from 'next'
import type { ReactNode } from 'react'

/**
 * A link between the pages before anybody is signed in. The browser follows it by itself: these pages are light, and what a link of Next's weighs
 * would be a part of the first visit.
 */
export function EntryLink<Path extends string>(props: { href: Route<Path>; children: ReactNode }): ReactNode {
  return (
    <a href={props.href} className="text-accent-ink underline underline-offset-2">
      {props.children}
    </a>
  )
}
