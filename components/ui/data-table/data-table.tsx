'use client'
import { useTable } from '@tanstack/react-table'
import dynamic from 'next/dynamic'
import {
  Fragment,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { PAGE_ROWS, type ListPage } from '../../../lib/views/list.ts'
import { useHydrated } from '../use-hydrated.ts'
import { useCutText } from '../use-cut-text.ts'
import { useVisibleLines } from '../use-visible-lines.ts'
import { BodyRow } from './body-row.tsx'
import { columnDefs, features, type Column } from './column.ts'
import { HeaderRow } from './header-row.tsx'
import { KeyHints } from '../key-hints.tsx'
import type { BulkAction, Renaming, RowActions } from './row-action.ts'
import { RowRename } from './row-rename.tsx'
import { SelectionBar } from './selection-bar.tsx'
import type { DisplayOptions } from './display-options.ts'
import { useKeyHints } from './use-key-hints.ts'
import { useFirstRows } from './use-first-rows.ts'
import { useListAnnouncement } from './use-list-announcement.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useSelection } from './use-selection.ts'

const RowMenu = dynamic(() => import('./row-menu.tsx').then((part) => part.RowMenu), { ssr: false })

type Props<Row, Sort extends string> = {
  /** The accessible name of the table. */
  label: string
  /** The key under which the selection is stored. */
  list: string
  columns: readonly Column<Row, Sort>[]
  /** The order that is not written to the URL. */
  defaultSort: Sort
  page: ListPage<Row, Sort>
  display: DisplayOptions
  nameOf: (row: Row) => string
  /** Called when Escape is pressed in a row. */
  onLeave: () => void
  actionsOf?: RowActions<Row>
  renaming?: Renaming<Row>
  bulk?: readonly BulkAction<Row>[]
}

/** The menu of a row, and whether its name becomes an input when it closes. */
type OpenMenu<Row> = { row: Row; anchor: HTMLElement; rename: boolean }

/**
 * The rows of a list in configurable columns; its keyboard support is decision 150. Of a long page only the
 * visible rows are in the document.
 */
export function DataTable<Row extends { id: string }, Sort extends string>(
  props: Props<Row, Sort>,
): ReactNode {
  'use no memo'
  const { label, list, columns, defaultSort, page, display, nameOf, onLeave, actionsOf, renaming, bulk } =
    props
  const { rows, query, matching } = page
  const grid = useRef<HTMLTableElement>(null)
  const hydrated = useHydrated()
  const { selection, change } = useSelection(list)
  const [menu, setMenu] = useState<OpenMenu<Row> | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const { cutText, onPointerMove, onFocus } = useCutText()
  const hints = useKeyHints({ selects: bulk !== undefined, renames: renaming !== undefined })
  const seen = useSeen(rows)
  const news = useListAnnouncement(page, columns)
  const defs = useMemo(() => columnDefs(columns), [columns])
  const columnVisibility = useMemo(
    () => Object.fromEntries(display.hidden.map((id) => [id, false])),
    [display.hidden],
  )
  const table = useTable<typeof features, Row>({
    features,
    columns: defs,
    data: rows,
    getRowId: ({ id }) => id,
    enableRowSelection: bulk !== undefined,
    state: { columnVisibility, rowSelection: selection },
    onRowSelectionChange: change,
  })
  const lines = table.getRowModel().rows
  const shown = useMemo(
    () => columns.filter(({ id }) => columnVisibility[id] !== false),
    [columns, columnVisibility],
  )
  const latest = useRef(table)
  useEffect(() => {
    latest.current = table
  })
  const onChoose = useCallback((id: string, event: MouseEvent<HTMLInputElement>) => {
    latest.current.getRow(id).getToggleSelectedHandler()(event)
  }, [])
  const onMenu = useCallback((row: Row, anchor: HTMLElement) => setMenu({ row, anchor, rename: false }), [])
  const chosenHere = lines.filter(({ id }) => selection[id]).length
  const chosen = Object.keys(selection).length
  const { active, go, onKeyDown, onFocusRow } = useRowFocus(
    grid,
    rows.map(({ id }) => id),
    {
      choose: (index) => bulk && lines[index]?.toggleSelected(),
      chooseAll: () => bulk && table.toggleAllRowsSelected(true),
      rename: (index) => renaming && setRenamed(rows[index]?.id ?? null),
      leave: onLeave,
    },
  )
  const { items, rest, measure, rowAt } = useFirstRows(
    rows,
    useVisibleLines(grid, rows.length, active),
    active,
  )
  const before = query.page === 'all' ? 0 : (query.page - 1) * PAGE_ROWS

  // The input takes the focus once the menu is gone, which would take it back.
  function closeMenu() {
    setMenu(null)
    if (menu?.rename) setRenamed(menu.row.id)
  }

  function renameIn(row: Row, index: number, { nameOf: textOf, save }: Renaming<Row>) {
    const end = (name: string | null) => {
      setRenamed(null)
      if (name !== null) save(row, name)
      if (document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === row.id) go(index)
    }
    return <RowRename name={textOf(row)} label={nameOf(row)} onEnd={end} />
  }

  return (
    <>
      <table
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={matching + 1}
        aria-multiselectable={bulk ? true : undefined}
        {...{ onKeyDown, onPointerMove, onFocus }}
        className="w-full table-fixed border-collapse text-left text-sm"
      >
        <thead className="sticky top-13 z-5 bg-surface shadow-[inset_0_-1px_var(--line)]">
          <HeaderRow
            {...{ query, defaultSort }}
            columns={shown}
            menus={actionsOf !== undefined}
            chosen={bulk ? (chosenHere === 0 ? 'none' : chosenHere === rows.length ? 'all' : 'some') : null}
            onChooseAll={() => table.toggleAllRowsSelected(chosenHere < rows.length)}
          />
        </thead>
        <tbody>
          {items.map(({ index, gap }) => {
            const row = rowAt(index)
            if (!row) return null
            return (
              // Keyed by index: reusing the elements and changing their content is several times faster than
              // new elements.
              <Fragment key={index}>
                {gap > 0 && <Gap pixels={gap} />}
                <BodyRow<Row, Sort>
                  {...{ row, index, measure, hydrated }}
                  id={row.id}
                  name={nameOf(row)}
                  columns={shown}
                  number={before + index}
                  compact={display.compact}
                  active={index === active}
                  chosen={bulk ? selection[row.id] === true : null}
                  renaming={renaming && row.id === renamed && renameIn(row, index, renaming)}
                  onFocus={onFocusRow}
                  onChoose={onChoose}
                  onMenu={actionsOf && onMenu}
                />
              </Fragment>
            )
          })}
          {rest > 0 && <Gap pixels={rest} />}
        </tbody>
      </table>
      <output className="sr-only">{news}</output>
      <KeyHints cutText={cutText} hints={hints} />
      {bulk && (
        <SelectionBar
          chosen={chosen}
          elsewhere={chosen - chosenHere}
          actions={bulk}
          rows={() => Object.keys(selection).flatMap((id) => seen.current.get(id) ?? [])}
          onClear={() => change({})}
        />
      )}
      {menu && actionsOf && (
        <RowMenu
          anchor={menu.anchor}
          actions={actionsOf(menu.row, () => setMenu({ ...menu, rename: true }))}
          returnsFocus={!menu.rename}
          close={closeMenu}
        />
      )}
    </>
  )
}

/** Takes the space of rows that are not rendered. */
function Gap({ pixels }: { pixels: number }): ReactNode {
  return (
    <tr aria-hidden="true" style={{ height: pixels }}>
      <td>&nbsp;</td>
    </tr>
  )
}

/** Every row that this table has shown, by id. */
function useSeen<Row extends { id: string }>(rows: readonly Row[]) {
  const seen = useRef(new Map<string, Row>())
  useEffect(() => {
    for (const row of rows) seen.current.set(row.id, row)
  }, [rows])
  return seen
}
