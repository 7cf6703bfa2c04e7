import type { LucideIcon } from 'lucide-react'

/** How rows of a list are renamed in their place. */
export type Renaming<Row> = { nameOf: (row: Row) => string; save: (row: Row, name: string) => void }

/** The actions of a row; `rename` turns its name into an input. */
export type RowActions<Row> = (row: Row, rename: () => void) => readonly RowAction[]

/** An action for one row. */
export type RowAction = {
  label: string
  icon: LucideIcon
  /** The key that does the same in the row. */
  keys?: string
  dangerous?: boolean
  run: () => void
}

/**
 * An action for all selected rows. It receives those that were shown, and returns a message with the result.
 */
export type BulkAction<Row> = {
  label: string
  icon: LucideIcon
  run: (rows: Row[], chosen: number) => Promise<string>
}
