import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { ReactNode } from 'react'
import type { MemberRow } from '../../lib/views/member.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import { PlainHeader } from '../ui/table-headers.tsx'
import { MemberStatusBadge } from './member-status-badge.tsx'

/** The team members by name, each with a link to their page. On a phone the columns move below the name. */
export function TeamTable({ team }: { team: readonly MemberRow[] }): ReactNode {
  const t = useTranslations('members.team')
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table aria-label={t('title')} className="w-full table-fixed border-collapse text-left text-sm">
        <thead>
          <tr>
            <PlainHeader className="px-3">{t('name')}</PlainHeader>
            <PlainHeader className="w-36 px-3 max-sm:hidden">{t('role')}</PlainHeader>
            <PlainHeader className="w-32 px-3 max-sm:hidden">{t('state')}</PlainHeader>
            <PlainHeader className="w-32 px-3 max-md:hidden">{t('factor')}</PlainHeader>
            <PlainHeader className="w-44 px-3 max-lg:hidden">{t('last')}</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {team.map((row) => (
            <Line key={row.member} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: MemberRow }): ReactNode {
  const t = useTranslations('members.team')
  const role = useTranslations('shell.roles')(row.role)
  return (
    <tr className="relative border-t border-line -outline-offset-2 hover:bg-hover">
      <td className="px-3 py-2">
        <div className="flex min-w-0 items-center gap-2.5 max-sm:items-start">
          <Avatar name={row.name} />
          <div className="min-w-0 flex-1">
            <p className="flex min-w-0 items-center gap-2">
              <Link
                href={`/team/${row.member}`}
                className="truncate font-medium after:absolute after:inset-0"
              >
                {row.name}
              </Link>
              {row.me && <Badge tone="neutral">{t('you')}</Badge>}
            </p>
            <p className="truncate text-xs text-ink-soft">{row.email}</p>
            <p className="flex flex-wrap items-center gap-2 pt-1 text-xs text-ink-soft sm:hidden">
              {role}
              <MemberStatusBadge status={row.status} />
            </p>
          </div>
        </div>
      </td>
      <td className="truncate px-3 py-2 max-sm:hidden">{role}</td>
      <td className="px-3 py-2 max-sm:hidden">
        <MemberStatusBadge status={row.status} />
      </td>
      <td className="px-3 py-2 max-md:hidden">
        <StatusDot on={row.secondFactor}>{t(row.secondFactor ? 'factorOn' : 'factorOff')}</StatusDot>
      </td>
      <td className="truncate px-3 py-2 text-ink-soft max-lg:hidden">
        {row.lastSignedInAt === null ? t('never') : <LocalTime at={row.lastSignedInAt} />}
      </td>
    </tr>
  )
}
