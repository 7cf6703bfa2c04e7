import type { LucideIcon } from 'lucide-react'

/** An action for one row. */
export type RowAction = { label: string; icon: LucideIcon; dangerous?: boolean; run: () => void }

/**
 * An action for all selected rows. It receives those that were shown, and returns a message with the result.
 */
export type BulkAction<Row> = {
  label: string
  icon: LucideIcon
  run: (rows: Row[], chosen: number) => Promise<string>
}
