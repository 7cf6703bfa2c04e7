import { ScrollText } from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditRow } from '../../lib/views/audit.ts'
import { dayIn } from '../../lib/views/audit-day.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PlainHeader } from '../ui/table-headers.tsx'
import { TimeOfDay } from '../ui/time-of-day.tsx'
import { useDayHeading } from './audit-days.ts'
import { useActorLabel, usePathLabel, useVerbLabel } from './audit-labels.ts'
import { Changes } from './changes.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { RevertLink } from './revert-link.tsx'
import { SubjectLink } from './subject-link.tsx'

type Props = { rows: readonly AuditRow[]; today: string; narrowed: boolean }

/** Events by day, newest first, each with a link to its page. On a phone the columns move below the event. */
export function AuditTable({ rows, today, narrowed }: Props): ReactNode {
  const t = useTranslations('audit')
  const zone = useTimeZone() ?? 'UTC'
  if (rows.length === 0) return <NoEvents narrowed={narrowed} />
  const days = Map.groupBy(rows, ({ at }) => dayIn(zone, new Date(at)))
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table aria-label={t('title')} className="w-full table-fixed border-collapse text-left text-sm">
        <thead className="max-md:hidden">
          <tr>
            <PlainHeader className="w-18 px-3">{t('columns.when')}</PlainHeader>
            <PlainHeader className="w-48 px-3">{t('columns.who')}</PlainHeader>
            <PlainHeader className="px-3">{t('columns.what')}</PlainHeader>
          </tr>
        </thead>
        {[...days].map(([day, events]) => (
          <Day key={day} day={day} rows={events} today={today} />
        ))}
      </table>
    </div>
  )
}

function NoEvents({ narrowed }: { narrowed: boolean }): ReactNode {
  const t = useTranslations('audit')
  return (
    <div className="rounded-lg border border-line bg-surface">
      <EmptyState icon={ScrollText} title={t(narrowed ? 'none' : 'empty')}>
        <p>{t(narrowed ? 'noneAbout' : 'emptyAbout')}</p>
        {narrowed && <LinkButton href="/audit">{t('filter.clear')}</LinkButton>}
      </EmptyState>
    </div>
  )
}

function Day({ day, rows, today }: { day: string; rows: readonly AuditRow[]; today: string }): ReactNode {
  const heading = useDayHeading(today)(day)
  const className = 'px-3 py-1.5 font-semibold'
  return (
    <tbody aria-label={heading}>
      {/* On a phone only one column is left: a heading across three would keep the others open. */}
      <tr className="border-t border-line bg-sunken">
        <th scope="rowgroup" className={classNames(className, 'md:hidden')}>
          {heading}
        </th>
        <th scope="rowgroup" colSpan={3} className={classNames(className, 'max-md:hidden')}>
          {heading}
        </th>
      </tr>
      {rows.map((row) => (
        <Line key={row.event} row={row} />
      ))}
    </tbody>
  )
}

function Line({ row }: { row: AuditRow }): ReactNode {
  const t = useTranslations('audit')
  const [actorLabel, verbLabel] = [useActorLabel(), useVerbLabel()]
  const [pathLabel, nameLabel] = [usePathLabel(), useNameLabel()]
  const { subject, path, impersonation, actor, stage, verb } = row
  const as = impersonation && t('as', { name: nameLabel('user', impersonation.targetName) })
  return (
    <tr className="relative border-t border-line align-top -outline-offset-2 hover:bg-hover">
      <td className="px-3 py-2 whitespace-nowrap text-ink-soft max-md:hidden">
        <TimeOfDay at={row.at} />
      </td>
      <td className="px-3 py-2 max-md:hidden">
        <p className="truncate">{actorLabel(actor)}</p>
        {as !== null && <p className="truncate text-xs text-ink-soft">{as}</p>}
      </td>
      <td className="px-3 py-2">
        <div className="flex gap-x-3">
          <div className="min-w-0 flex-1">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <Link href={`/audit/${row.event}`} className="py-0.5 font-medium after:absolute after:inset-0">
                {verbLabel(verb)}
              </Link>
              {subject !== null && (
                <SubjectLink subject={subject} verb={verb} className="relative min-w-0 truncate" />
              )}
              {stage !== 'done' && <OutcomeBadge stage={stage} />}
            </p>
            {path.length > 0 && <p className="truncate text-xs text-ink-faint">{pathLabel(path)}</p>}
            <Changes changes={row.changes} />
          </div>
          {row.undoable && <RevertLink row={row} />}
        </div>
        <p className="flex flex-wrap items-center gap-x-2 pt-1 text-xs text-ink-soft md:hidden">
          <TimeOfDay at={row.at} />
          <span>{actorLabel(actor)}</span>
          {as !== null && <span>{as}</span>}
        </p>
      </td>
    </tr>
  )
}
