import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from './link.tsx'
import type { ReactNode } from 'react'
import type { QueryLink } from '../../lib/views/list.ts'
import { buttonClass } from './button.tsx'

type Props = {
  page: number
  pages: number
  /** Numbers of the first and last row of this page, from 1. */
  first: number
  last: number
  count: number
  /** The link to another page of the list. */
  hrefOf: (page: number) => QueryLink
  /** The link to all rows on one page, or from there back to pages. */
  other?: { href: QueryLink; to: 'all' | 'pages' } | undefined
}

/** The position in a list of several pages, with links to the others; nothing for a single page. */
export function Pagination({ page, pages, first, last, count, hrefOf, other }: Props): ReactNode {
  const t = useTranslations('table')
  if (pages <= 1 && !other) return null
  const range = <p className="tabular-nums text-sm text-ink-soft">{t('range', { first, last, count })}</p>
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2">
      {range}
      {other && (
        <Link
          href={other.href}
          scroll={false}
          className="js-only text-sm text-ink-soft underline decoration-line-strong underline-offset-2 hover:text-ink"
        >
          {t(other.to === 'all' ? 'onOnePage' : 'inPages')}
        </Link>
      )}
      {pages > 1 && (
        <div className="ml-auto flex gap-1.5">
          <PageLink href={page > 1 ? hrefOf(page - 1) : null} rel="prev">
            <ChevronLeft aria-hidden="true" />
            {t('previous')}
          </PageLink>
          <PageLink href={page < pages ? hrefOf(page + 1) : null} rel="next">
            {t('next')}
            <ChevronRight aria-hidden="true" />
          </PageLink>
        </div>
      )}
    </nav>
  )
}

/** On the first and last page an inactive label keeps the other link in place. */
function PageLink({ href, rel, children }: { href: QueryLink | null; rel: string; children: ReactNode }) {
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
