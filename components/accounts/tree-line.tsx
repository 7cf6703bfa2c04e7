import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { AccountCells } from './account-cells.tsx'
import type { TreeActions, Line } from './tree-lines.ts'
import { BranchPlaceholder } from './branch-placeholder.tsx'

type Props = TreeActions & {
  line: Line
  index: number
  /** Before hydration every link is a tab stop; afterwards arrow keys move between lines. */
  hydrated: boolean
  active: boolean
  measure: ((line: Element | null) => void) | undefined
  onFocus: () => void
}

/** One line of the tree: an account, or a placeholder for the rest of its branch. */
export function TreeLine({
  line,
  index,
  hydrated,
  active,
  measure,
  onFocus,
  toggle,
  load,
}: Props): ReactNode {
  const indent = { paddingInlineStart: `calc(0.5rem + ${line.level - 1} * var(--indent))` }
  return (
    <tr
      ref={measure}
      data-index={index}
      data-line={line.key}
      aria-rowindex={index + 2}
      {...ariaPosition(line)}
      tabIndex={hydrated ? (active ? 0 : -1) : undefined}
      onFocus={onFocus}
      className={classNames(
        'relative h-9 border-t border-line -outline-offset-2 pointer-coarse:h-11',
        line.kind === 'account' && 'hover:bg-hover',
      )}
    >
      {line.kind === 'account' ? (
        <AccountCells {...{ line, indent, hydrated, toggle }} />
      ) : (
        <BranchPlaceholder {...{ line, indent, load }} />
      )}
    </tr>
  )
}

function ariaPosition(line: Line) {
  if (line.kind !== 'account') return { 'aria-level': line.level }
  const { level, position, size, open, openable } = line
  return {
    'aria-level': level,
    'aria-posinset': position,
    'aria-setsize': size,
    'aria-expanded': openable ? open : undefined,
  }
}
