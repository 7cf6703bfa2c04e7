'use client'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import type { Choice } from './select-field.tsx'
import { freshKey, type Keyed } from './use-rows.ts'

/** A column of cells; with `choices` each is a select. */
export type RowsColumn = { label: string; choices: readonly Choice[] }
type Row = { readonly cells: readonly string[] }

type Props<R extends Row> = {
  columns: readonly RowsColumn[]
  rows: readonly Keyed<R>[]
  onRows: (rows: readonly Keyed<R>[]) => void
  /** An empty row. */
  blank: R
  readOnly: boolean
  /** Where the cells of the first column end: typing it goes on in the second. */
  separator?: string
}

/** Rows of cells that are typed, added and removed. Enter goes to the next row. */
export function RowsEditor<R extends Row>(props: Props<R>): ReactNode {
  const { columns, rows, onRows, blank, readOnly, separator } = props
  const t = useTranslations('form.rows')
  const [fresh, setFresh] = useState<number | null>(null)

  function add(at: number) {
    const key = freshKey(rows)
    setFresh(key)
    onRows([...rows.slice(0, at), { ...blank, key }, ...rows.slice(at)])
  }
  function type(row: Keyed<R>, at: number, typed: string) {
    const [first = '', ...after] = separator === undefined ? [typed] : partsOf(typed, at, separator)
    const second = after.join(separator).trim()
    const cells = row.cells.map((cell, index) => {
      if (index === at) return first
      return index === at + 1 && after.length > 0 ? second || cell : cell
    })
    onRows(rows.map((one) => (one.key === row.key ? { ...one, cells } : one)))
    return after.length > 0
  }
  function onEnter(event: KeyboardEvent, at: number) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // It would send the form.
    event.preventDefault()
    const next = rowOf(event.currentTarget)?.nextElementSibling?.querySelector('input')
    if (next) next.focus()
    else add(at + 1)
  }

  const wide = columns.length > 2
  const grid: CSSProperties = { '--columns': columns.map(() => 'minmax(0,1fr)').join(' ') }
  return (
    <div className="space-y-1.5" style={grid}>
      {columns.length > 1 && rows.length > 0 && (
        <div
          aria-hidden="true"
          className={classNames(
            'grid-cols-[var(--columns)_1.5rem] gap-1.5 text-xs text-ink-faint',
            wide ? 'hidden sm:grid' : 'grid',
          )}
        >
          {columns.map(({ label }) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <ul className={classNames(wide ? 'space-y-3 sm:space-y-1.5' : 'space-y-1.5')}>
          {rows.map((row, at) => (
            <li
              key={row.key}
              className={classNames(
                'grid items-center gap-1.5',
                wide
                  ? 'grid-cols-[minmax(0,1fr)_1.5rem] sm:grid-cols-[var(--columns)_1.5rem]'
                  : 'grid-cols-[var(--columns)_1.5rem]',
              )}
            >
              {columns.map(({ label, choices }, index) => (
                <Cell
                  key={label}
                  label={t('cell', { column: label, row: at + 1 })}
                  placeholder={wide ? label : undefined}
                  value={row.cells[index] ?? ''}
                  choices={choices}
                  readOnly={readOnly}
                  focus={row.key === fresh && index === 0}
                  className={wide ? 'col-start-1 sm:col-start-auto' : undefined}
                  onType={(typed) => type(row, index, typed)}
                  onKeyDown={(event) => onEnter(event, at)}
                />
              ))}
              {!readOnly && (
                <IconButton
                  label={t('remove', { row: at + 1 })}
                  size="small"
                  className={wide ? 'col-start-2 row-start-1 sm:col-start-auto sm:row-start-auto' : undefined}
                  onClick={(event) => {
                    neighbourOf(event.currentTarget)?.focus()
                    onRows(rows.filter(({ key }) => key !== row.key))
                  }}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {readOnly && rows.length === 0 && <p className="text-sm text-ink-soft">{t('empty')}</p>}
      {!readOnly && (
        <Button size="small" weight="quiet" data-add className="-ml-2" onClick={() => add(rows.length)}>
          <Plus aria-hidden="true" />
          {t('add')}
        </Button>
      )}
    </div>
  )
}

type CellProps = {
  label: string
  placeholder: string | undefined
  value: string
  choices: readonly Choice[]
  readOnly: boolean
  focus: boolean
  className: string | undefined
  /** Returns whether the rest belongs into the next cell. */
  onType: (typed: string) => boolean
  onKeyDown: (event: KeyboardEvent) => void
}

function Cell({
  label,
  placeholder,
  value,
  choices,
  readOnly,
  focus,
  className,
  onType,
  onKeyDown,
}: CellProps) {
  if (choices.length === 0)
    return (
      <input
        ref={focus ? takeFocus : undefined}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          if (onType(event.target.value)) nextCell(event.target)?.focus()
        }}
        onKeyDown={onKeyDown}
        className={classNames('input text-sm', className)}
      />
    )
  const known = value === '' || choices.some((choice) => choice.value === value)
  return (
    <select
      aria-label={label}
      value={value}
      disabled={readOnly}
      onChange={(event) => onType(event.target.value)}
      className={classNames('input truncate text-sm', className)}
    >
      {!choices.some((choice) => choice.value === '') && <option value="">–</option>}
      {[...(known ? [] : [{ value, label: value }]), ...choices].map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** A name and its value, where a name is typed. The blank after the separator belongs to neither. */
function partsOf(typed: string, at: number, separator: string): string[] {
  return at === 0 ? typed.split(separator) : [typed.trimStart()]
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

function rowOf(element: Element): Element | null {
  return element.closest('li')
}

function nextCell(element: Element): HTMLElement | null {
  const next = element.nextElementSibling
  return next instanceof HTMLElement ? next : null
}

/** What takes the focus when the row of a button is removed: the same button of the next row. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = rowOf(button)
  const other = row?.nextElementSibling ?? row?.previousElementSibling
  return (
    other?.querySelector<HTMLElement>('button') ??
    row?.parentElement?.parentElement?.querySelector<HTMLElement>('[data-add]') ??
    null
  )
}
