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
  const range = (
    <p className="count text-sm text-ink-soft">
      {figures.format(first)}–{figures.format(last)} of {figures.format(count)}
    </p>
  )
  if (pages <= 1) return <div className="px-4 py-2.5">{range}</div>
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 px-4 py-2">
      {range}
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
    </nav>
  )
}

/** Keeps its place at the first and the last page, so that the other one does not wander under the pointer. */
function Way({ href, rel, children }: { href: QueryLink | null; rel: string; children: ReactNode }) {
  if (href === null) {
    return (
      <span
        aria-hidden="true"
        className="inline-flex min-h-control items-center gap-1.5 px-3 text-sm text-ink-faint [&_svg]:size-4"
      >
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
