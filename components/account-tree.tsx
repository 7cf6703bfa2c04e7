'use client'
import { useRouter } from 'next/navigation'
import { useRef, type ReactNode } from 'react'
import type { AccountBranch, AccountRow, ListBranch } from '../lib/views/account.ts'
import type { Line } from './account-tree/lines.ts'
import { COLUMNS, TreeLine } from './account-tree/tree-line.tsx'
import { useBranches } from './account-tree/use-branches.ts'
import { useLineFocus } from './account-tree/use-line-focus.ts'
import { useVisibleLines } from './account-tree/use-visible-lines.ts'
import { classNames } from './ui/class-names.ts'
import { useScripted } from './ui/use-scripted.ts'

type Props = { root: AccountRow; branch: AccountBranch; listBranch: ListBranch }

/** The accounts below the granted one, branch by branch; the APG tree grid. Without script: the first branch, as links. */
export function AccountTree({ root, branch, listBranch }: Props): ReactNode {
  'use no memo'
  const grid = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const scripted = useScripted()
  const { lines, news, toggle, load } = useBranches(root, branch, listBranch)
  const { active, onKeyDown, onFocusLine } = useLineFocus(grid, lines, {
    toggle: (line) => line.kind === 'account' && toggle(line.row),
    act: (line) =>
      line.kind === 'account' ? router.push(`/accounts/${line.row.id}`) : void load(line.parent),
  })
  const visible = useVisibleLines(grid, lines.length, active)

  return (
    <>
      <div
        role="treegrid"
        aria-label="Accounts"
        aria-rowcount={lines.length + 1}
        onKeyDown={onKeyDown}
        className="overflow-clip rounded-lg border border-line bg-surface text-sm [--indent:0.75rem] sm:[--indent:1.25rem]"
      >
        <div
          role="row"
          aria-rowindex={1}
          className={classNames(COLUMNS, 'h-9 border-b border-line text-xs font-medium text-ink-faint')}
        >
          <div role="columnheader" className="pl-10">
            Name
          </div>
          <div role="columnheader" className="px-3 max-sm:hidden">
            Realm
          </div>
          <div role="columnheader" className="px-4 text-right">
            Below it
          </div>
        </div>
        <div ref={grid} role="rowgroup" style={visible.style}>
          {visible.items.map(({ index, style }) => {
            const line = lines[index]
            if (!line) return null
            return (
              <div
                key={line.key}
                ref={visible.measure}
                role="row"
                data-index={index}
                data-line={line.key}
                style={style}
                aria-rowindex={index + 2}
                {...placeOf(line)}
                tabIndex={scripted ? (index === active ? 0 : -1) : undefined}
                onFocus={() => onFocusLine(line.key)}
                className={classNames(
                  COLUMNS,
                  'relative min-h-9 border-b border-line -outline-offset-2 last:border-0 pointer-coarse:min-h-11',
                  line.kind === 'account' && 'hover:bg-hover',
                )}
              >
                <TreeLine {...{ line, scripted, toggle, load }} />
              </div>
            )
          })}
        </div>
      </div>
      <p role="status" className="sr-only">
        {news}
      </p>
    </>
  )
}

function placeOf(line: Line) {
  if (line.kind !== 'account') return { 'aria-level': line.level }
  const { level, position, size, row, open } = line
  return {
    'aria-level': level,
    'aria-posinset': position,
    'aria-setsize': size,
    'aria-expanded': row.below > 0 ? open : undefined,
  }
}
