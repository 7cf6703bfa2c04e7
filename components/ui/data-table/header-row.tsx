'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { queryLink, type ListQuery } from '../../../lib/views/list.ts'
import { PlainHeader, SortHeader } from '../table-headers.tsx'
import { SelectionCell } from './selection-cell.tsx'
import { columnWidth, type Column } from './column.ts'

type Props<Row, Sort extends string> = {
  columns: readonly Column<Row, Sort>[]
  query: ListQuery<Sort>
  defaultSort: Sort
  /** How many rows of this page are selected; null where none can be. */
  chosen: 'all' | 'some' | 'none' | null
  onChooseAll: () => void
  /** Whether each row ends with a menu button. */
  menus: boolean
}

/** The header row of a data table, which stays visible. */
export function HeaderRow<Row, Sort extends string>(props: Props<Row, Sort>): ReactNode {
  const { columns, query, defaultSort, chosen, onChooseAll, menus } = props
  const t = useTranslations('table')
  return (
    <tr aria-rowindex={1}>
      {chosen !== null && (
        <SelectionCell
          head
          ticked={chosen}
          label={t('chooseAll')}
          tabIndex={undefined}
          onTick={onChooseAll}
        />
      )}
      {columns.map((column) => {
        const { id, title, sort, className } = column
        const width = columnWidth(column)
        return sort === undefined ? (
          <PlainHeader key={id} width={width} className={`px-3 ${className ?? ''}`}>
            {title}
          </PlainHeader>
        ) : (
          <SortHeader
            key={id}
            href={sortLink(query, sort, defaultSort)}
            sorted={sort !== query.sort ? 'none' : query.descending ? 'descending' : 'ascending'}
            className={className}
            width={width}
          >
            {title}
          </SortHeader>
        )
      })}
      {menus && (
        <th scope="col" className="js-only w-11">
          <span className="sr-only">{t('actions')}</span>
        </th>
      )}
    </tr>
  )
}

/** The first page of the same list sorted by another column, or in the other direction by this one. */
function sortLink<Sort extends string>(query: ListQuery<Sort>, sort: Sort, defaultSort: Sort) {
  const page = query.page === 'all' ? 'all' : 1
  return queryLink(
    { ...query, sort, descending: query.sort === sort && !query.descending, page },
    defaultSort,
  )
}
