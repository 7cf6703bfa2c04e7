import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AccountRow } from '../../lib/views/account.ts'
import { classNames } from '../ui/class-names.ts'
import type { Line } from './lines.ts'
import { RestLine } from './rest-line.tsx'

const figures = new Intl.NumberFormat('en')

/** The columns of the tree, the same for its head and its lines. */
export const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_5.5rem] items-center sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_7rem]'

type Props = {
  line: Line
  /** Whether arrow keys are at work; without them every link is a stop of the tab key. */
  scripted: boolean
  toggle: (row: AccountRow) => void
  load: (parent: string) => Promise<void>
}

/** What stands in one line: an account, or what stands for the rest of its branch. */
export function TreeLine({ line, scripted, toggle, load }: Props): ReactNode {
  const indent = { paddingInlineStart: `calc(0.5rem + ${line.level - 1} * var(--indent))` }
  if (line.kind !== 'account') return <RestLine line={line} indent={indent} load={load} />

  const { row, open } = line
  return (
    <>
      <div role="gridcell" style={indent} className="flex min-w-0 items-center gap-1">
        {row.below > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={open ? `Fold ${row.name}` : `Unfold ${row.name}`}
            onClick={() => toggle(row)}
            className="scripted relative z-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-line hover:text-ink"
          >
            <ChevronRight
              aria-hidden="true"
              className={classNames('size-4 transition-transform', open && 'rotate-90')}
            />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <Link
          href={`/accounts/${row.id}`}
          prefetch={false}
          tabIndex={scripted ? -1 : undefined}
          className="truncate font-medium after:absolute after:inset-0"
        >
          {row.name}
        </Link>
      </div>
      <div role="gridcell" className="truncate px-3 text-ink-soft max-sm:hidden">
        {row.realm}
      </div>
      <div role="gridcell" className="count px-4 text-right text-ink-soft">
        {row.below > 0 && figures.format(row.below)}
      </div>
    </>
  )
}
