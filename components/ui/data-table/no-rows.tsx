import { SearchX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { queryLink, withoutFilters, type ListQuery } from '../../../lib/views/list.ts'
import { buttonClass } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Link } from '../link.tsx'

type Props<Sort extends string> = {
  query: ListQuery<Sort>
  /** The number of rows in the list, its default order, and the icon of what it lists. */
  total: number
  defaultSort: Sort
  icon: LucideIcon
  texts: Record<'empty' | 'emptyAbout' | 'noMatch' | 'noMatchAbout' | 'noneFiltered' | 'showAll', string>
}

/** Shown in place of the rows when the list is empty or nothing matches. */
export function NoRows<Sort extends string>({
  query,
  total,
  defaultSort,
  icon,
  texts,
}: Props<Sort>): ReactNode {
  if (total === 0) {
    return (
      <EmptyState icon={icon} title={texts.empty}>
        {texts.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title={query.text === '' ? texts.noneFiltered : texts.noMatch}>
      {query.text !== '' && <p>{texts.noMatchAbout}</p>}
      <Link href={queryLink(withoutFilters(query), defaultSort)} className={buttonClass()}>
        {texts.showAll}
      </Link>
    </EmptyState>
  )
}
