'use client'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { iconButtonClass } from '../icon-button.tsx'
import type { Column } from './column.ts'
import { SelectionCell } from './selection-cell.tsx'

type Props<Row, Sort extends string> = {
  row: Row
  id: string
  name: string
  columns: readonly Column<Row, Sort>[]
  /** The index on this page and in the whole list, both from 0. */
  index: number
  number: number
  compact: boolean
  /** Before hydration every link is a tab stop; afterwards arrow keys move between rows. */
  hydrated: boolean
  active: boolean
  /** Null where rows cannot be selected. */
  chosen: boolean | null
  measure: ((row: Element | null) => void) | undefined
  onFocus: (id: string, index: number) => void
  onChoose: (id: string, event: MouseEvent<HTMLInputElement>) => void
  /** In place of the content of the first column, while it is renamed. */
  renaming: ReactNode
  onMenu: ((row: Row, button: HTMLElement) => void) | undefined
}

/**
 * One row of a data table. It takes the focus as a whole; the right arrow moves into it. Its props stay
 * identical while the filter text changes, so that rows which stay are not rendered again.
 */
export function BodyRow<Row, Sort extends string>(props: Props<Row, Sort>): ReactNode {
  const { row, id, name, columns, index, number, compact, hydrated, active, chosen, measure } = props
  const { renaming, onFocus, onChoose, onMenu } = props
  const t = useTranslations('table')
  const innerTabIndex = hydrated ? -1 : undefined
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={id}
      aria-rowindex={number + 2}
      aria-selected={chosen ?? undefined}
      tabIndex={hydrated ? (active ? 0 : -1) : undefined}
      onFocus={() => onFocus(id, index)}
      className={classNames(
        'relative border-t border-line -outline-offset-2 hover:bg-hover aria-selected:bg-accent-soft aria-selected:[&>td:first-child]:shadow-[inset_2px_0_var(--accent-ink)]',
        compact ? 'h-7.5' : 'h-9',
        'pointer-coarse:h-11',
      )}
    >
      {chosen !== null && (
        <SelectionCell
          ticked={chosen ? 'all' : 'none'}
          label={t('choose', { name })}
          tabIndex={innerTabIndex}
          onTick={(event) => onChoose(id, event)}
        />
      )}
      {columns.map((column, place) => (
        <td
          key={column.id}
          data-column={column.id}
          className={classNames('px-3', compact ? 'py-0.5' : 'py-1.5', column.className)}
        >
          {(place === 0 && renaming) || column.cell(row, innerTabIndex)}
        </td>
      ))}
      {onMenu && (
        <td className="js-only p-0 pr-2 text-right">
          <button
            type="button"
            data-row-menu
            tabIndex={innerTabIndex}
            aria-label={t('menu', { name })}
            title={t('menu', { name })}
            aria-haspopup="menu"
            onClick={(event) => onMenu(row, event.currentTarget)}
            className={iconButtonClass('relative z-1', 'small')}
          >
            <Ellipsis aria-hidden="true" />
          </button>
        </td>
      )}
    </tr>
  )
}
