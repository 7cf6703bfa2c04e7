import { useTranslations } from 'next-intl'
import { Suspense, use, type ReactNode } from 'react'
import type { AuditHistory } from '../../lib/views/audit.ts'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { Changes } from './changes.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { RevertLink } from './revert-link.tsx'
import { useActorLabel, useSubjectLabel, useVerbLabel } from './audit-labels.ts'
import { useNameLabel } from '../shell/name-label.tsx'

/** The latest events of a resource. */
type History = {
  /** Null if it cannot be read now. */
  found: Promise<AuditHistory | null>
  /** The proxy id of the resource. */
  about: string
}

type PanelProps = {
  history: History
  /** The page with more events; by default the audit log. */
  more?: `/devices/${string}/history` | `/users/${string}/history`
}

/** The latest events of a resource. The panel loads after the page. */
export function HistoryPanel({ history, more }: PanelProps): ReactNode {
  const t = useTranslations('audit.history')
  const all = (
    <LinkButton href={more ?? `/audit?about=${history.about}`} size="small">
      {t(more === undefined ? 'log' : 'all')}
    </LinkButton>
  )
  return (
    <Panel title={t('title')} aside={all}>
      <Suspense fallback={<p className="text-sm text-ink-faint">{t('reading')}</p>}>
        <Lines found={history.found} />
      </Suspense>
    </Panel>
  )
}

function Lines({ found: reading }: Pick<History, 'found'>): ReactNode {
  const t = useTranslations('audit')
  const [actorLabel, verbLabel] = [useActorLabel(), useVerbLabel()]
  const [subjectLabel, nameLabel] = [useSubjectLabel(), useNameLabel()]
  const found = use(reading)
  if (found === null) return <p className="text-sm text-ink-soft">{t('history.away')}</p>
  if (found.rows.length === 0) return <p className="text-sm text-ink-soft">{t('history.none')}</p>
  return (
    <ol className="divide-y divide-line">
      {found.rows.map((row) => (
        <li key={row.event} className="relative py-2 text-sm first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-2">
            <Link href={`/audit/${row.event}`} className="py-0.5 font-medium after:absolute after:inset-0">
              {verbLabel(row.verb)}
            </Link>
            {row.subject !== null && row.subject.about !== found.about && (
              <span className="truncate">{subjectLabel(row.subject)}</span>
            )}
            {row.stage !== 'done' && <OutcomeBadge stage={row.stage} />}
            {row.undoable && <RevertLink row={row} />}
          </p>
          <p className="text-xs text-ink-faint">
            <LocalTime at={row.at} /> · {actorLabel(row.actor)}
            {row.impersonation !== null &&
              ` ${t('as', { name: nameLabel('user', row.impersonation.targetName) })}`}
          </p>
          <Changes changes={row.changes} />
        </li>
      ))}
    </ol>
  )
}
