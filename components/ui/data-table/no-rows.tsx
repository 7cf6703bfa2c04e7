import { SearchX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { queryLink, type ListQuery } from '../../../lib/views/list.ts'
import { buttonClass } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Link } from '../link.tsx'

type Props<Sort extends string> = {
  query: ListQuery<Sort>
  /** How many there are in all; the usual order of the list; the icon of what it lists. */
  total: number
  usual: Sort
  icon: LucideIcon
  t: Record<'empty' | 'emptyAbout' | 'noMatch' | 'noMatchAbout' | 'showAll', string>
}

/** Stands for the rows of a list when there are none: in all, or that match. */
export function NoRows<Sort extends string>({ query, total, usual, icon, t }: Props<Sort>): ReactNode {
  if (total === 0) {
    return (
      <EmptyState icon={icon} title={t.empty}>
        {t.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title={t.noMatch}>
      <p>{t.noMatchAbout}</p>
      <Link
        prefetch={false}
        href={queryLink({ ...query, text: '', page: query.page === 'all' ? 'all' : 1 }, usual)}
        className={buttonClass()}
      >
        {t.showAll}
      </Link>
    </EmptyState>
  )
}
