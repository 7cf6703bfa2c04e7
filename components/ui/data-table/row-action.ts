import type { LucideIcon } from 'lucide-react'

/** Something that can be done with one row. */
export type RowAction = { label: string; icon: LucideIcon; dangerous?: boolean; run: () => void }

/** Something that can be done with all chosen rows. It is given those that were seen, and says how it went. */
export type BulkAction<Row> = {
  label: string
  icon: LucideIcon
  run: (rows: Row[], chosen: number) => Promise<string>
}
