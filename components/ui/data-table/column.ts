import {
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'

/** The features of TanStack Table that we use; the list itself sorts, filters and pages. */
export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature })

/** One column: `sort` is its name in the URL, `className` sets its width and hides it on small screens. */
export type Column<Row, Sort extends string> = {
  id: string
  title: string
  sort?: Sort
  className?: string
  /** Our own words that it shows: it is as wide as the longest of them, and its title. */
  words?: readonly string[]
  /** In small letters. */
  small?: boolean
  /** Cannot be hidden. */
  fixed?: boolean
  /** `tabIndex` is for links and buttons in the cell: -1 while arrow keys move between rows. */
  cell: (row: Row, tabIndex: -1 | undefined) => ReactNode
}

const PADDING_REM = 1.5
const CHARACTER_REM = { usual: 0.44, small: 0.41 }

type Sized = { title: string; words?: readonly string[]; small?: boolean }

/** The width of a column that shows words of ours; undefined: its class has it. */
export function columnWidth({ title, words, small = false }: Sized): string | undefined {
  if (words === undefined) return undefined
  const longest = Math.max(...[title, ...words].map(({ length }) => length))
  // An icon or a badge, or the arrow of the order, takes as much as two characters.
  return `${(longest + 2) * CHARACTER_REM[small ? 'small' : 'usual'] + PADDING_REM}rem`
}

/** The columns as TanStack Table defines them. */
export function columnDefs<Row extends object, Sort extends string>(
  columns: readonly Column<Row, Sort>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map(({ id, title, fixed = false }) => ({ id, header: title, enableHiding: !fixed }))
}
