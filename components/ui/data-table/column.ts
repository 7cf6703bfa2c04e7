import {
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'

/** What a table of ours can do by itself; order, filter and pages come from where the rows come from. */
export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature })

/** One column: `sort` is its name in the address, `className` says how wide it is and where there is no room for it. */
export type Column<Row, Sort extends string> = {
  id: string
  title: string
  sort?: Sort
  className?: string
  /** It is what the rows are known by, and cannot be left out. */
  fixed?: boolean
  /** `stop` is the tab index of a link or button in it: while arrow keys walk the table, the tab key passes by. */
  cell: (row: Row, stop: -1 | undefined) => ReactNode
}

/** The columns as TanStack Table counts them. */
export function columnDefs<Row extends object, Sort extends string>(
  columns: readonly Column<Row, Sort>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map(({ id, title, fixed = false }) => ({ id, header: title, enableHiding: !fixed }))
}
