import type { ReactNode } from 'react'
import { queryLink, withFilter, type ListPage } from '../../../lib/views/list.ts'
import { FilterChip } from '../filter-chip.tsx'
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

/** The filters of a list: the values of the first side by side, and the others as chips that remove them. */
export function FilterBar<Row, Sort extends string>(props: Props<Row, Sort>): ReactNode {
  const { page, defaultSort, filters, filterBy } = props
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
        <FilterChip
          key={name}
          href={queryLink(withFilter(query, name, null), defaultSort)}
          filter={`${title}: ${labelOf(value)}`}
        />
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
