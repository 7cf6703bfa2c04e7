import type { AccountRow } from '../../lib/views/account.ts'
import type { Failure } from '../../lib/views/form.ts'
import type { Unopenable } from '../../lib/views/list.ts'

/** The accounts loaded below one account, and the state of the rest. */
export type Branch = {
  rows: readonly AccountRow[]
  unopenable: Unopenable
  next: string | null
  status: 'ready' | 'loading' | 'failed'
  failure: Failure | null
}

export type Branches = ReadonlyMap<string, Branch>

type RowPosition = { key: string; parent: string; level: number }

/** The actions of a line. */
export type TreeActions = { toggle: (row: AccountRow) => void; load: (parent: string) => Promise<void> }

/**
 * One visible line of the tree. `position` counts from 1 among `size` siblings; `size` is -1 if there may be
 * more. `openable`: it has sub-accounts, or may have.
 */
export type Line =
  | (RowPosition & {
      kind: 'account'
      row: AccountRow
      open: boolean
      openable: boolean
      position: number
      size: number
    })
  | (RowPosition & { kind: 'more' | 'loading' })
  | (RowPosition & { kind: 'failed'; failure: Failure })
  | (RowPosition & { kind: 'unopenable'; unopenable: Unopenable })

/** The visible lines: `roots` and all descendants of open accounts. */
export function linesOf(roots: readonly AccountRow[], branches: Branches, open: ReadonlySet<string>): Line[] {
  const lines: Line[] = []
  const account = (row: AccountRow, parent: string, level: number, position: number, size: number) => {
    const isOpen = open.has(row.id)
    const openable = row.below !== 0 && !isEmpty(branches.get(row.id))
    lines.push({ kind: 'account', key: row.id, parent, level, row, open: isOpen, openable, position, size })
    if (isOpen) below(row.id, level + 1)
  }
  const below = (parent: string, level: number) => {
    const branch = branches.get(parent)
    if (!branch) return
    const size = branch.next === null && branch.status === 'ready' ? branch.rows.length : -1
    for (const [index, row] of branch.rows.entries()) account(row, parent, level, index + 1, size)
    const placeholder = placeholderOf(branch, { key: `${parent} after ${branch.rows.length}`, parent, level })
    if (placeholder) lines.push(placeholder)
    const { unopenable } = branch
    if (unopenable.count > 0)
      lines.push({ kind: 'unopenable', key: `${parent} unopenable`, parent, level, unopenable })
  }
  for (const [index, row] of roots.entries()) account(row, '', 1, index + 1, roots.length)
  return lines
}

function isEmpty(branch: Branch | undefined): boolean {
  if (branch === undefined || branch.status !== 'ready' || branch.failure !== null) return false
  return branch.rows.length + branch.unopenable.count === 0 && branch.next === null
}

function placeholderOf({ status, failure, next }: Branch, position: RowPosition): Line | null {
  if (status === 'loading') return { ...position, kind: 'loading' }
  if (failure) return { ...position, kind: 'failed', failure }
  return next === null ? null : { ...position, kind: 'more' }
}
