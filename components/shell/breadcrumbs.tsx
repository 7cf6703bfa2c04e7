import { Link } from '../ui/link.tsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import { NameLabel } from './name-label.tsx'

/** Links to the accounts above this page; the page itself is its heading. */
export function Breadcrumbs({ breadcrumbs }: { breadcrumbs: readonly BreadcrumbItem[] }): ReactNode {
  const t = useTranslations('ui')
  if (breadcrumbs.length === 0) return null
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex min-w-0 flex-wrap items-center text-xs text-ink-faint">
        {breadcrumbs.map(({ id, name }) => (
          <li key={id} className="flex max-w-full min-w-0 items-center">
            <Link
              href={`/accounts/${id}`}
              className="-mx-1 max-w-48 truncate rounded-sm px-1 py-1 hover:bg-hover hover:text-ink"
            >
              <NameLabel of="account" name={name} />
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
