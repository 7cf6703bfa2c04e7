import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { CSSProperties, ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { NameLabel, useNameLabel } from '../shell/name-label.tsx'
import type { TreeActions, Line } from './tree-lines.ts'

type Props = Pick<TreeActions, 'toggle'> & {
  line: Extract<Line, { kind: 'account' }>
  indent: CSSProperties
  hydrated: boolean
}

/**
 * The cells of an account in the tree: a toggle, a link to the account, its realm and number of sub-accounts.
 */
export function AccountCells({ line: { row, open, openable }, indent, hydrated, toggle }: Props): ReactNode {
  const t = useTranslations('accounts.tree')
  const format = useFormatter()
  const nameLabel = useNameLabel()
  const below = row.below !== null && row.below > 0 ? format.number(row.below) : null
  return (
    <>
      <td style={indent} className="max-sm:pr-3">
        <span className="flex min-w-0 items-center gap-1">
          {openable ? (
            <button
              type="button"
              tabIndex={-1}
              aria-label={t(open ? 'fold' : 'unfold', { name: nameLabel('account', row.name) })}
              onClick={() => toggle(row)}
              className="js-only relative z-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-line hover:text-ink"
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
            tabIndex={hydrated ? -1 : undefined}
            className="truncate font-medium after:absolute after:inset-0"
          >
            <NameLabel of="account" name={row.name} />
          </Link>
          {below !== null && (
            <span
              title={t('below')}
              className="ml-auto shrink-0 rounded-sm bg-sunken px-1.5 text-xs tabular-nums text-ink-soft sm:hidden"
            >
              {below}
            </span>
          )}
        </span>
      </td>
      <td className="truncate px-3 text-ink-soft max-sm:hidden">{row.realm}</td>
      <td className="tabular-nums px-4 text-right text-ink-soft max-sm:hidden">{below}</td>
    </>
  )
}
