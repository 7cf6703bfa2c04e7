'use client'
import { useId, useRef, useState, type ReactNode } from 'react'
import { PAGE_ROWS, queryLink, WHOLE_ROWS, type ListPage } from '../../../lib/views/list.ts'
import { Pagination } from '../pagination.tsx'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import { FilterBox } from './filter-box.tsx'
import { DisplayButton } from './display-button.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { ListFilter } from './list-filter.ts'
import type { BulkAction, Renaming, RowActions } from './row-action.ts'
import { saveDisplayOptions, type DisplayOptions } from './display-options.ts'
import type { useList } from './use-list.ts'

type Props<Row, Sort extends string> = {
  title: string
  /** The key of the display options, and below the key of the selection. */
  name: string
  list: string
  state: Omit<ReturnType<typeof useList<Row, Sort>>, 'page'> & { page: ListPage<Row, Sort> }
  /** Shown beside the title. */
  counts: ReactNode
  columns: readonly Column<Row, Sort>[]
  defaultSort: Sort
  display: DisplayOptions
  filter: { label: string; placeholder: string }
  /** The first one is shown as segments. */
  filters: readonly [ListFilter, ...ListFilter[]]
  nameOf: (row: Row) => string
  actionsOf?: RowActions<Row>
  renaming?: Renaming<Row>
  bulk?: readonly BulkAction<Row>[]
  /** Buttons that add a row, for viewers who may. */
  actions?: ReactNode
  /** Shown in place of the rows when there are none. */
  nothing: ReactNode
}

/** A list as pages show it: counts, filter, rows and pagination. */
export function ListPanel<Row extends { id: string }, Sort extends string>(
  props: Props<Row, Sort>,
): ReactNode {
  const { title, name, list, state, counts, columns, defaultSort, filter, filters } = props
  const { nameOf, actionsOf, renaming, bulk, nothing } = props
  const { page, pending, loadWhole, type, filterBy, onClickCapture } = state
  const [display, setDisplay] = useState(props.display)
  const panel = useRef<HTMLElement>(null)
  const heading = useId()
  const focus = (selector: string) => panel.current?.querySelector<HTMLElement>(selector)?.focus()

  function onDisplay(next: DisplayOptions) {
    setDisplay(next)
    saveDisplayOptions(name, next)
  }

  return (
    <section
      ref={panel}
      aria-labelledby={heading}
      onClickCapture={onClickCapture}
      className="group/list scroll-mt-18 rounded-lg border border-line bg-surface"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <div className="flex items-baseline gap-2.5">
          <h2 id={heading} className="text-sm font-semibold">
            {title}
          </h2>
          <output className="tabular-nums text-sm text-ink-faint">{counts}</output>
        </div>
        <div className="flex min-w-0 flex-1 flex-wrap justify-end gap-2 max-sm:basis-full max-sm:[&>a]:grow">
          {page.total > 0 && (
            <>
              <FilterBox
                {...filter}
                {...{ defaultSort, pending }}
                query={page.query}
                onType={type}
                onFocus={() => void loadWhole()}
                onArrowDown={() => focus('[data-row][tabindex="0"]')}
              />
              <DisplayButton
                columns={columns.filter(({ fixed = false }) => !fixed)}
                display={display}
                onDisplay={onDisplay}
              />
            </>
          )}
          {props.actions}
        </div>
      </div>
      <FilterBar {...{ page, defaultSort, filters, filterBy }} />
      {page.rows.length === 0 ? (
        nothing
      ) : (
        <DataTable
          {...{ list, columns, defaultSort, page, display, nameOf }}
          {...(actionsOf && { actionsOf })}
          {...(renaming && { renaming })}
          {...(bulk && { bulk })}
          label={title}
          onLeave={() => focus('input[type=search]')}
        />
      )}
      <div className="border-t border-line empty:hidden">
        <ListPosition page={page} defaultSort={defaultSort} />
      </div>
    </section>
  )
}

function ListPosition<Row, Sort extends string>({
  page,
  defaultSort,
}: {
  page: ListPage<Row, Sort>
  defaultSort: Sort
}) {
  const { query, rows, pages, matching } = page
  const number = query.page === 'all' ? 1 : query.page
  const before = query.page === 'all' ? 0 : (number - 1) * PAGE_ROWS
  const linkTo = (to: number | 'all') => queryLink({ ...query, page: to }, defaultSort)
  const long = matching > PAGE_ROWS && page.total <= WHOLE_ROWS
  const other =
    query.page === 'all'
      ? { href: linkTo(1), to: 'pages' as const }
      : { href: linkTo('all'), to: 'all' as const }
  return (
    <Pagination
      page={number}
      pages={pages}
      first={before + 1}
      last={before + rows.length}
      count={matching}
      hrefOf={linkTo}
      other={long ? other : undefined}
    />
  )
}
