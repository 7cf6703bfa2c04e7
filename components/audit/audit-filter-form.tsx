import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { auditQueryText, OUTCOMES, type AuditPage } from '../../lib/views/audit.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useVerbLabel } from './audit-labels.ts'
import { NOUNS } from './audit-names.ts'
import { isBlank } from '../../lib/views/text-rules.ts'
import { useNameLabel } from '../shell/name-label.tsx'

type Option = { value: string; label: string }

/** Filters the audit log. A plain form that needs no script; its URL can be bookmarked and shared. */
export function AuditFilterForm({ page: { query, named, people } }: { page: AuditPage }): ReactNode {
  const t = useTranslations('audit.filter')
  const tNouns = useTranslations('audit.nouns')
  const tOutcomes = useTranslations('audit.outcomes')
  const verbLabel = useVerbLabel()
  const nameLabel = useNameLabel()
  const who = [
    { value: '', label: t('everybody') },
    ...people.map(({ person, name }) => ({ value: person, label: nameLabel('user', name) })),
    ...(['customer', 'operator', 'nobody'] as const).map((value) => ({ value, label: t(value) })),
  ]
  const verbs = [
    { value: '', label: t('anything') },
    ...NOUNS.map((value) => ({ value, label: tNouns(value) })),
  ]
  const stages = OUTCOMES.map((value) => ({ value, label: tOutcomes(value) }))
  return (
    <search aria-label={t('label')} className="rounded-lg border border-line bg-surface p-3 shadow-panel">
      {/* A new filter resets the fields to what the URL says. */}
      <form
        key={auditQueryText(query)}
        action="/audit"
        className="grid grid-cols-2 items-end gap-3 md:grid-cols-4"
      >
        <Labelled name={t('text')} className="col-span-2 md:col-span-1">
          {(id) => (
            <input
              id={id}
              type="search"
              name="q"
              defaultValue={query.text}
              maxLength={200}
              placeholder={t('textHint')}
              className="input text-sm"
            />
          )}
        </Labelled>
        <Choice
          name={t('who')}
          field="who"
          value={query.who}
          options={withCurrent(who, query.who, named.who && nameLabel('user', named.who))}
        />
        <Choice
          name={t('verb')}
          field="verb"
          value={query.verb}
          options={withCurrent(verbs, query.verb, verbLabel(query.verb))}
        />
        <Choice
          name={t('outcome')}
          field="outcome"
          value={query.outcome}
          options={[{ value: '', label: t('any') }, ...stages]}
        />
        <Labelled name={t('from')}>
          {(id) => (
            <input id={id} type="date" name="from" defaultValue={query.from} className="input text-sm" />
          )}
        </Labelled>
        <Labelled name={t('to')}>
          {(id) => <input id={id} type="date" name="to" defaultValue={query.to} className="input text-sm" />}
        </Labelled>
        <Labelled name={t('reference')}>
          {(id) => (
            <input
              id={id}
              name="ref"
              defaultValue={query.reference}
              maxLength={64}
              spellCheck={false}
              autoComplete="off"
              className="input monospace text-sm"
            />
          )}
        </Labelled>
        <div className="flex flex-wrap gap-1.5">
          <Button type="submit">
            <Search aria-hidden="true" />
            {t('apply')}
          </Button>
          {auditQueryText(query) !== '' && (
            <LinkButton href="/audit" weight="quiet">
              {t('clear')}
            </LinkButton>
          )}
        </div>
        {query.about !== '' && (
          <div className="col-span-full">
            <input type="hidden" name="about" value={query.about} />
            <Badge tone="accent">
              {named.about === null || isBlank(named.about)
                ? t('aboutOne')
                : t('aboutNamed', { name: named.about })}
            </Badge>
          </div>
        )}
      </form>
    </search>
  )
}

/**
 * Adds the current value to the options if it is not among them, such as a member who has left or a verb from
 * a link.
 */
function withCurrent(options: readonly Option[], value: string, label: string | null): readonly Option[] {
  if (options.some((option) => option.value === value)) return options
  return [...options, { value, label: label ?? value }]
}

type Props = { name: string; className?: string; children: (id: string) => ReactNode }

function Labelled({ name, className, children }: Props): ReactNode {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-ink-faint">
        {name}
      </label>
      {children(id)}
    </div>
  )
}

type ChoiceProps = { name: string; field: string; value: string; options: readonly Option[] }

function Choice({ name, field, value, options }: ChoiceProps): ReactNode {
  return (
    <Labelled name={name}>
      {(id) => (
        <select id={id} name={field} defaultValue={value} className="input truncate text-sm">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
