import { ScrollText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditRow } from '../../lib/views/audit.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { PlainHeader } from '../ui/table-headers.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { useActorLabel, useChangeLine, usePathLabel, useSubjectLabel, useVerbLabel } from './audit-labels.ts'
import { useNameLabel } from '../shell/name-label.tsx'

const SHOWN = 2

/** Events, newest first, each with a link to its page. On a phone the columns move below the event. */
export function AuditTable({ rows, narrowed }: { rows: readonly AuditRow[]; narrowed: boolean }): ReactNode {
  const t = useTranslations('audit')
  if (rows.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState icon={ScrollText} title={t(narrowed ? 'none' : 'empty')}>
          <p>{t(narrowed ? 'noneAbout' : 'emptyAbout')}</p>
          {narrowed && <LinkButton href="/audit">{t('filter.clear')}</LinkButton>}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table aria-label={t('title')} className="w-full table-fixed border-collapse text-left text-sm">
        <thead>
          <tr>
            <PlainHeader className="w-42 px-3 max-md:hidden">{t('columns.when')}</PlainHeader>
            <PlainHeader className="w-44 px-3 max-md:hidden">{t('columns.who')}</PlainHeader>
            <PlainHeader className="px-3">{t('columns.what')}</PlainHeader>
            <PlainHeader className="w-32 px-3 max-sm:hidden">{t('columns.outcome')}</PlainHeader>
            <PlainHeader className="w-36 px-3 max-lg:hidden">{t('columns.where')}</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.event} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: AuditRow }): ReactNode {
  const t = useTranslations('audit')
  const [actorLabel, verbLabel] = [useActorLabel(), useVerbLabel()]
  const [subjectLabel, pathLabel, nameLabel] = [useSubjectLabel(), usePathLabel(), useNameLabel()]
  const { subject, path, impersonation, actor } = row
  const as = impersonation && t('as', { name: nameLabel('user', impersonation.targetName) })
  return (
    <tr className="relative border-t border-line align-top -outline-offset-2 hover:bg-hover">
      <td className="px-3 py-2 whitespace-nowrap text-ink-soft max-md:hidden">
        <LocalTime at={row.at} />
      </td>
      <td className="px-3 py-2 max-md:hidden">
        <p className="truncate">{actorLabel(actor)}</p>
        {as !== null && <p className="truncate text-xs text-ink-soft">{as}</p>}
      </td>
      <td className="px-3 py-2">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link href={`/audit/${row.event}`} className="font-medium after:absolute after:inset-0">
            {verbLabel(row.verb)}
          </Link>
          {subject !== null && <span className="min-w-0 truncate">{subjectLabel(subject)}</span>}
        </p>
        {path.length > 0 && <p className="truncate text-xs text-ink-faint">{pathLabel(path)}</p>}
        <Changes row={row} />
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-xs text-ink-soft md:hidden">
          <LocalTime at={row.at} />
          <span>{actorLabel(actor)}</span>
          {as !== null && <span>{as}</span>}
          <span className="sm:hidden">
            <OutcomeBadge stage={row.stage} />
          </span>
        </p>
      </td>
      <td className="px-3 py-2 max-sm:hidden">
        <OutcomeBadge stage={row.stage} />
      </td>
      <td className="monospace truncate px-3 py-2 text-xs text-ink-soft max-lg:hidden">{row.address}</td>
    </tr>
  )
}

/** The first changes of an event, one a line. */
export function Changes({ row: { changes } }: { row: AuditRow }): ReactNode {
  const t = useTranslations('audit')
  const changeLine = useChangeLine()
  if (changes.length === 0) return null
  const more = changes.length - SHOWN
  return (
    <ul className="text-xs text-ink-soft">
      {changes.slice(0, SHOWN).map((change) => (
        <li key={change.field} className="truncate">
          {changeLine(change)}
        </li>
      ))}
      {more > 0 && <li>{t('changesMore', { count: more })}</li>}
    </ul>
  )
}
