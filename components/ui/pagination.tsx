import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './button.tsx'

export type QueryLink = `?${string}`

type Props = {
  page: number
  pages: number
  /** Numbers of the first and last row of this page, from 1. */
  first: number
  last: number
  count: number
  /** The link to another page of the same list. */
  hrefOf: (page: number) => QueryLink
}

const figures = new Intl.NumberFormat('en')

/** Where one is in a long list, and the ways on; each page has an address of its own. */
export function Pagination({ page, pages, first, last, count, hrefOf }: Props): ReactNode {
  if (count === 0) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 px-4 py-2">
      <p className="count text-sm text-ink-soft">
        {figures.format(first)}–{figures.format(last)} of {figures.format(count)}
      </p>
      {pages > 1 && (
        <div className="flex gap-1.5">
          <Way href={page > 1 ? hrefOf(page - 1) : null} rel="prev">
            <ChevronLeft aria-hidden="true" />
            Previous
          </Way>
          <Way href={page < pages ? hrefOf(page + 1) : null} rel="next">
            Next
            <ChevronRight aria-hidden="true" />
          </Way>
        </div>
      )}
    </nav>
  )
}

function Way({ href, rel, children }: { href: QueryLink | null; rel: string; children: ReactNode }) {
  if (href === null) {
    return (
      <span aria-hidden="true" className={buttonClass('plain', 'opacity-45')}>
        {children}
      </span>
    )
  }
  return (
    <Link href={href} rel={rel} className={buttonClass('plain')}>
      {children}
    </Link>
  )
}
