import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { auditHref, type AuditPage, type AuditQuery } from '../../lib/views/audit.ts'
import { isBlank } from '../../lib/views/text-rules.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { FilterChip } from '../ui/filter-chip.tsx'
import { Link } from '../ui/link.tsx'
import { useRangeLabel } from './audit-days.ts'
import { useVerbLabel } from './audit-labels.ts'
import { ACTORS, NOUNS } from './audit-names.ts'

/** The filters that are on, each a link that removes it, and one that removes all. */
export function ActiveFilters({ page }: { page: AuditPage }): ReactNode {
  const t = useTranslations('audit.filter')
  const filters = useActiveFilters(page)
  if (filters.length === 0) return null
  return (
    <ul aria-label={t('active')} className="flex flex-wrap items-center gap-1.5">
      {filters.map(({ label, without }) => (
        <li key={label} className="min-w-0">
          <FilterChip href={auditHref(page.query, without)} filter={label} />
        </li>
      ))}
      <li>
        <Link
          href="/audit"
          className="flex min-h-6.5 items-center rounded-md px-2 text-xs text-ink-soft underline underline-offset-2 hover:text-ink pointer-coarse:min-h-control"
        >
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}

type ActiveFilter = { label: string; without: Partial<AuditQuery> }

function useActiveFilters({ query, named, people, today }: AuditPage): ActiveFilter[] {
  const t = useTranslations('audit')
  const [nameLabel, rangeLabel, verbLabel] = [useNameLabel(), useRangeLabel(today), useVerbLabel()]
  const { who, verb, outcome, from, to, text, reference, about } = query
  const filter = (name: string, value: string, without: Partial<AuditQuery>): ActiveFilter[] =>
    value === '' ? [] : [{ label: t('filter.is', { name, value }), without }]
  const actor = ACTORS.find((each) => each === who)
  const member = people.find(({ person }) => person === who)?.name ?? named.who ?? who
  const noun = NOUNS.find((each) => each === verb)
  const subject =
    named.about === null || isBlank(named.about)
      ? t('filter.aboutOne')
      : t('filter.aboutNamed', { name: named.about })
  return [
    ...filter(t('filter.when'), from + to && rangeLabel({ from, to }), { from: '', to: '' }),
    ...filter(
      t('filter.who'),
      actor === undefined ? who && nameLabel('user', member) : t(`filter.${actor}`),
      { who: '' },
    ),
    ...filter(t('filter.verb'), noun === undefined ? verbLabel(verb) : t(`nouns.${noun}`), { verb: '' }),
    ...filter(t('filter.outcome'), outcome && t(`outcomes.${outcome}`), { outcome: '' }),
    ...(about === '' ? [] : [{ label: subject, without: { about: '' } }]),
    ...filter(t('filter.contains'), text, { text: '' }),
    ...filter(t('filter.reference'), reference, { reference: '' }),
  ]
}
