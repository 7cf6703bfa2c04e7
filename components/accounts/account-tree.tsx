'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Fragment, useRef, type ReactNode } from 'react'
import type { AccountBranch, AccountRow, ListBranch } from '../../lib/views/account.ts'
import { TreeLine } from './tree-line.tsx'
import { useBranches } from './use-branches.ts'
import { useLineFocus } from './use-line-focus.ts'
import { KeyHints } from '../ui/key-hints.tsx'
import { useCutText } from '../ui/use-cut-text.ts'
import { useVisibleLines } from '../ui/use-visible-lines.ts'
import { PlainHeader } from '../ui/table-headers.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'
import { useBasePath, withBasePath } from '../ui/base-path.tsx'

type Props = {
  roots: readonly AccountRow[]
  /** The first children of the first root, which is open; undefined: nothing is. */
  branch?: AccountBranch
  /** Where the page has another tree. */
  label?: string
  listBranch: ListBranch
}

/**
 * The tree of sub-accounts below the roots, loaded branch by branch (APG tree grid). Without script: the
 * roots and the first branch, as links.
 */
export function AccountTree({ roots, branch, label, listBranch }: Props): ReactNode {
  'use no memo'
  const grid = useRef<HTMLTableElement>(null)
  const t = useTranslations('accounts')
  const tKeys = useTranslations('table.keys')
  const { cutText, onPointerMove, onFocus } = useCutText()
  const router = useRouter()
  const base = useBasePath()
  const hydrated = useHydrated()
  const { lines, announcement, toggle, load } = useBranches(roots, branch, listBranch)
  const { active, onKeyDown, onFocusLine, onBlur } = useLineFocus(grid, lines, {
    toggle: (line) => line.kind === 'account' && line.openable && toggle(line.row),
    activate: (line) => {
      if (line.kind === 'account') router.push(withBasePath(base, `/accounts/${line.row.id}`))
      else if (line.kind !== 'unopenable') void load(line.parent)
    },
  })
  const { items, rest, measure } = useVisibleLines(grid, lines.length, active)

  return (
    <div className="group/list overflow-clip rounded-lg border border-line bg-surface">
      <table
        ref={grid}
        role="treegrid"
        aria-label={label ?? t('title')}
        aria-rowcount={lines.length + 1}
        tabIndex={-1}
        {...{ onKeyDown, onBlur, onFocus, onPointerMove }}
        className="w-full table-fixed border-collapse text-left text-sm [--indent:0.75rem] sm:[--indent:1.25rem]"
      >
        {/* A phone has the first column alone, also where a line spans all of them. */}
        <colgroup>
          <col className="max-sm:w-full" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <PlainHeader className="pl-9">{t('tree.name')}</PlainHeader>
            <PlainHeader className="w-1/3 px-3 max-sm:hidden">{t('tree.realm')}</PlainHeader>
            <PlainHeader className="w-34 px-4 text-right max-sm:hidden">{t('tree.below')}</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, gap }) => {
            const line = lines[index]
            if (!line) return null
            return (
              <Fragment key={line.key}>
                {gap > 0 && <Gap pixels={gap} />}
                <TreeLine
                  {...{ line, index, hydrated, measure, toggle, load }}
                  active={index === active}
                  onFocus={() => onFocusLine(line.key, index)}
                />
              </Fragment>
            )
          })}
          {rest > 0 && <Gap pixels={rest} />}
        </tbody>
      </table>
      <KeyHints
        cutText={cutText}
        hints={[
          { keys: ['↑', '↓'], does: tKeys('move') },
          { keys: ['→', '←'], does: tKeys('fold') },
        ]}
      />
      <output className="sr-only">{announcement}</output>
    </div>
  )
}

/** Takes the space of lines that are not rendered. */
function Gap({ pixels }: { pixels: number }): ReactNode {
  return (
    <tr aria-hidden="true" style={{ height: pixels }}>
      <td>&nbsp;</td>
    </tr>
  )
}
