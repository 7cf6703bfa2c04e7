import type { AccountRow } from '../../lib/views/account.ts'
import type { Failure } from '../../lib/views/form.ts'

/** What the tree knows of the accounts below one account, and how it stands with the rest of them. */
export type Branch = {
  rows: readonly AccountRow[]
  next: string | null
  status: 'ready' | 'loading' | 'failed'
  fault: Failure | null
}

export type Branches = ReadonlyMap<string, Branch>

type RowPosition = { key: string; parent: string; level: number }

/** What a line can be told to do. */
export type TreeActions = { toggle: (row: AccountRow) => void; load: (parent: string) => Promise<void> }

/** One line of the tree as it is seen; `position` counts from 1 among `size` sisters, -1 when there may be more. */
export type Line =
  | (RowPosition & { kind: 'account'; row: AccountRow; open: boolean; position: number; size: number })
  | (RowPosition & { kind: 'more' | 'loading' })
  | (RowPosition & { kind: 'failed'; fault: Failure })

/** The lines from `root` down, through every account that is open. */
export function linesOf(root: AccountRow, branches: Branches, open: ReadonlySet<string>): Line[] {
  const lines: Line[] = []
  const account = (row: AccountRow, parent: string, level: number, position: number, size: number) => {
    const unfolds = open.has(row.id)
    lines.push({ kind: 'account', key: row.id, parent, level, row, open: unfolds, position, size })
    if (unfolds) below(row.id, level + 1)
  }
  const below = (parent: string, level: number) => {
    const branch = branches.get(parent)
    if (!branch) return
    const size = branch.next === null && branch.status === 'ready' ? branch.rows.length : -1
    for (const [index, row] of branch.rows.entries()) account(row, parent, level, index + 1, size)
    const rest = restOf(branch, { key: `${parent} after ${branch.rows.length}`, parent, level })
    if (rest) lines.push(rest)
  }
  account(root, '', 1, 1, 1)
  return lines
}

function restOf({ status, fault, next }: Branch, position: RowPosition): Line | null {
  if (status === 'loading') return { ...position, kind: 'loading' }
  if (fault) return { ...position, kind: 'failed', fault }
  return next === null ? null : { ...position, kind: 'more' }
}
