import { ArrowDown, ArrowUp } from 'lucide-react'
import { Link } from './link.tsx'
import type { ReactNode } from 'react'
import type { QueryLink } from '../../lib/views/list.ts'
import { classNames } from './class-names.ts'

type HeaderProps = {
  /** The link to the list in the other order. */
  href: QueryLink
  /** How the list is sorted by this column. */
  sorted: 'ascending' | 'descending' | 'none'
  className?: string | undefined
  width?: string | undefined
  children: ReactNode
}

/** The header of a sortable column. */
export function SortHeader({ href, sorted, className, width, children }: HeaderProps): ReactNode {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={sorted} style={{ width }} className={classNames('p-0 font-normal', className)}>
      <Link
        href={href}
        scroll={false}
        className="group flex h-9 items-center gap-1 px-3 text-xs font-medium text-ink-faint -outline-offset-2 hover:text-ink"
      >
        <span className={classNames('truncate', sorted !== 'none' && 'text-ink')}>{children}</span>
        <Arrow
          aria-hidden="true"
          className={classNames(
            'size-3.5 shrink-0',
            sorted === 'none' && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
          )}
        />
      </Link>
    </th>
  )
}

type PlainProps = { className?: string; width?: string | undefined; children: ReactNode }

/** The header of a column that cannot be sorted. */
export function PlainHeader({ className, width, children }: PlainProps): ReactNode {
  return (
    <th
      scope="col"
      style={{ width }}
      className={classNames('h-9 truncate text-xs font-medium text-ink-faint', className)}
    >
      {children}
    </th>
  )
}
