import { X } from 'lucide-react'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from './link.tsx'

type Props<Path extends string> = {
  /** The same list without this filter. */
  href: Route<Path>
  /** What is filtered, as "Type: Desk phone". */
  filter: string
}

/** A filter that is on, as a link that removes it. */
export function FilterChip<Path extends string>({ href, filter }: Props<Path>): ReactNode {
  const t = useTranslations('table')
  return (
    <Link<Path>
      href={href}
      scroll={false}
      aria-label={t('removeFilter', { filter })}
      className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border border-line bg-accent-soft pr-1.5 pl-2.5 text-sm text-accent-ink hover:border-line-strong pointer-coarse:min-h-control [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      <span className="truncate">{filter}</span>
      <X aria-hidden="true" />
    </Link>
  )
}
