import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FilterChoice, QueryLink } from '../../../lib/views/list.ts'
import { SEGMENT, SEGMENTS } from '../segments.tsx'
import { Link } from '../link.tsx'
import type { ListFilter } from './list-filter.ts'

type Props = {
  filter: ListFilter
  choices: readonly FilterChoice[]
  chosen: string | undefined
  hrefOf: (value: string | null) => QueryLink
}

/** The values of a filter side by side, each with the number of its rows. */
export function FilterSegments({ filter, choices, chosen, hrefOf }: Props): ReactNode {
  const t = useTranslations('table')
  const format = useFormatter()
  const all = choices.reduce((sum, { count }) => sum + count, 0)
  const countOf = (value: string) => choices.find((choice) => choice.value === value)?.count ?? 0
  const segments = [
    { value: null, label: t('all'), count: all },
    ...(filter.values ?? []).map((value) => ({
      value,
      label: filter.labelOf(value),
      count: countOf(value),
    })),
  ]
  return (
    <nav aria-label={filter.title} className={SEGMENTS}>
      {segments.map(({ value, label, count }) => (
        <Link
          key={value}
          href={hrefOf(value)}
          scroll={false}
          aria-current={(value ?? undefined) === chosen ? 'true' : undefined}
          className={SEGMENT}
        >
          {label} <span className="ml-1.5 font-normal tabular-nums">{format.number(count)}</span>
        </Link>
      ))}
    </nav>
  )
}
