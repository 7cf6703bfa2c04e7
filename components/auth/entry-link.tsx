import type { Route } from 'next'
import type { ReactNode } from 'react'

/**
 * A link between pages before sign-in. A plain link, because loading the router's would slow down the first
 * visit.
 */
export function EntryLink<Path extends string>(props: { href: Route<Path>; children: ReactNode }): ReactNode {
  return (
    <a href={props.href} className="text-accent-ink underline underline-offset-2">
      {props.children}
    </a>
  )
}
