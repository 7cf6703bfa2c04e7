import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { queryLink, withFilter, type ListPage } from '../../../lib/views/list.ts'
import { Link } from '../link.tsx'
import { FilterButton } from './filter-button.tsx'
import { FilterForm } from './filter-form.tsx'
import { FilterSegments } from './filter-segments.tsx'
import type { ListFilter } from './list-filter.ts'

type Props<Row, Sort extends string> = {
  page: ListPage<Row, Sort>
  defaultSort: Sort
  filters: readonly [ListFilter, ...ListFilter[]]
  filterBy: (name: string, value: string | null) => void
}

/** The filters of a list: the values of the first one side by side, and the others as chips that remove them. */
export function FilterBar<Row, Sort extends string>(props: Props<Row, Sort>): ReactNode {
  const { page, defaultSort, filters, filterBy } = props
  const t = useTranslations('table')
  const { query, choices } = page
  const [first] = filters
  if (page.total < 2) return null
  const chips = filters.flatMap((filter) => {
    const value = query.filters[filter.name]
    const isSegment = filter === first && value !== undefined && first.values?.includes(value)
    return value === undefined || isSegment ? [] : [{ filter, value }]
  })
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <FilterSegments
        filter={first}
        choices={choices[first.name] ?? []}
        chosen={query.filters[first.name]}
        hrefOf={(value) => queryLink(withFilter(query, first.name, value), defaultSort)}
      />
      {chips.map(({ filter: { name, title, labelOf }, value }) => (
        <Link
          key={name}
          href={queryLink(withFilter(query, name, null), defaultSort)}
          scroll={false}
          aria-label={t('removeFilter', { filter: `${title}: ${labelOf(value)}` })}
          className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border border-line bg-accent-soft pr-1.5 pl-2.5 text-sm text-accent-ink hover:border-line-strong pointer-coarse:min-h-control [&_svg]:size-3.5 [&_svg]:shrink-0"
        >
          <span className="truncate">
            {title}: <span className="font-medium">{labelOf(value)}</span>
          </span>
          <X aria-hidden="true" />
        </Link>
      ))}
      {filters.length > 1 && (
        <>
          <FilterButton {...{ filters, choices, filterBy }} chosen={query.filters} />
          <noscript>
            <FilterForm {...{ filters, choices, query, defaultSort }} />
          </noscript>
        </>
      )}
    </div>
  )
}
