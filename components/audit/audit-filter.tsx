import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import {
  auditHref,
  auditQueryText,
  OUTCOMES,
  type AuditPage,
  type AuditQuery,
} from '../../lib/views/audit.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { DetailsMenu } from '../ui/details-menu.tsx'
import { Link } from '../ui/link.tsx'
import { presetOf, presetRange } from './audit-days.ts'
import { ActiveFilters } from './active-filters.tsx'
import { ACTORS, NOUNS } from './audit-names.ts'

const PRESETS = ['today', 'yesterday', 'week'] as const

/**
 * Filters the audit log: a search field, days, and menus of links. It needs no script, and the URL has all of
 * it.
 */
export function AuditFilter({ page }: { page: AuditPage }): ReactNode {
  const t = useTranslations('audit')
  const nameLabel = useNameLabel()
  const { query, people, today } = page
  const who = [
    ...people.map(({ person, name }) => ({ value: person, label: nameLabel('user', name) })),
    ...ACTORS.map((value) => ({ value, label: t(`filter.${value}`) })),
  ]
  const verbs = NOUNS.map((value) => ({ value, label: t(`nouns.${value}`) }))
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))
  const preset = presetOf(query, today)
  return (
    <search aria-label={t('filter.label')} className="block space-y-2">
      <SearchForm query={query} />
      <div className="relative flex flex-wrap items-center gap-1.5">
        {PRESETS.map((each) => (
          <Link
            key={each}
            href={auditHref(query, presetRange(each, today))}
            aria-current={each === preset ? 'true' : undefined}
            className={buttonClass(
              'plain',
              'aria-[current]:bg-hover aria-[current]:border-line-strong',
              'small',
            )}
          >
            {t(`filter.${each}`)}
          </Link>
        ))}
        <DetailsMenu label={t('filter.dates')}>
          <DatesForm query={query} />
        </DetailsMenu>
        <span aria-hidden="true" className="mx-1 h-4 border-l border-line max-sm:hidden" />
        <Choices name={t('filter.who')} param="who" all={t('filter.everybody')} options={who} query={query} />
        <Choices
          name={t('filter.verb')}
          param="verb"
          all={t('filter.anything')}
          options={verbs}
          query={query}
        />
        <Choices
          name={t('filter.outcome')}
          param="outcome"
          all={t('filter.any')}
          options={outcomes}
          query={query}
        />
      </div>
      <ActiveFilters page={page} />
    </search>
  )
}

function SearchForm({ query }: { query: AuditQuery }): ReactNode {
  const t = useTranslations('audit.filter')
  return (
    // A new filter resets the field to what the URL says.
    <form key={query.text} action="/audit" className="flex gap-1.5">
      <HiddenFilters query={{ ...query, text: '' }} />
      <input
        type="search"
        name="q"
        aria-label={t('text')}
        placeholder={t('textHint')}
        defaultValue={query.text}
        maxLength={200}
        className="input min-w-0 flex-1 text-sm"
      />
      <Button type="submit">
        <Search aria-hidden="true" />
        {t('apply')}
      </Button>
    </form>
  )
}

function DatesForm({ query }: { query: AuditQuery }): ReactNode {
  const t = useTranslations('audit.filter')
  return (
    <form key={`${query.from} ${query.to}`} action="/audit" className="space-y-2.5 p-2.5">
      <HiddenFilters query={{ ...query, from: '', to: '' }} />
      <Day name="from" label={t('from')} value={query.from} />
      <Day name="to" label={t('to')} value={query.to} />
      <Button type="submit" size="small">
        {t('show')}
      </Button>
    </form>
  )
}

function Day({ name, label, value }: { name: 'from' | 'to'; label: string; value: string }): ReactNode {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-ink-soft">
        {label}
      </label>
      <input id={id} type="date" name={name} defaultValue={value} className="input text-sm" />
    </div>
  )
}

/** The other filters, so that a form changes only its own. */
function HiddenFilters({ query }: { query: AuditQuery }): ReactNode {
  const others = [...new URLSearchParams(auditQueryText({ ...query, before: null }))]
  return others.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

type ChoicesProps = {
  name: string
  param: 'who' | 'verb' | 'outcome'
  /** The link that takes the filter away. */
  all: string
  options: readonly { value: string; label: string }[]
  query: AuditQuery
}

function Choices({ name, param, all, options, query }: ChoicesProps): ReactNode {
  return (
    <DetailsMenu label={name}>
      <ul>
        {[{ value: '', label: all }, ...options].map(({ value, label }) => (
          <li key={value}>
            <Link
              href={auditHref(query, { [param]: value })}
              aria-current={value === query[param] ? 'true' : undefined}
              className="flex min-h-7 items-center rounded-md px-2 py-0.5 -outline-offset-2 hover:bg-hover aria-[current]:font-semibold pointer-coarse:min-h-control"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </DetailsMenu>
  )
}
