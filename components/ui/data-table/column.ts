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
  /** Cannot be hidden. */
  fixed?: boolean
  /** `tabIndex` is for links and buttons in the cell: -1 while arrow keys move between rows. */
  cell: (row: Row, tabIndex: -1 | undefined) => ReactNode
}

/** The columns as TanStack Table defines them. */
export function columnDefs<Row extends object, Sort extends string>(
  columns: readonly Column<Row, Sort>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map(({ id, title, fixed = false }) => ({ id, header: title, enableHiding: !fixed }))
}
