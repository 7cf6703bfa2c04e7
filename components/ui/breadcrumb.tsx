import Link from 'next/link'
import type { Route } from 'next'
import type { ReactNode } from 'react'

export type Step = { href: Route; name: string }

/** The way down to this page; the page itself is its heading, and not among the steps. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }): ReactNode {
  if (steps.length === 0) return null
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex min-w-0 flex-wrap items-center text-xs text-ink-faint">
        {steps.map((step) => (
          <li key={step.href} className="flex max-w-full min-w-0 items-center">
            <Link
              href={step.href}
              className="-mx-1 max-w-48 truncate rounded-sm px-1 py-0.5 hover:bg-hover hover:text-ink"
            >
              {step.name}
            </Link>
            <span aria-hidden="true" className="px-2 text-line-strong">
              /
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
