import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainRow } from '../../lib/views/custom-domain.ts'
import { Badge } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { PlainHeader } from '../ui/table-headers.tsx'
import { CustomDomainStateBadge } from './custom-domain-state-badge.tsx'
import { NameLabel } from '../shell/name-label.tsx'

/** The custom domains, each with a link to its page. On a phone the columns move below the name. */
export function CustomDomainTable({ domains }: { domains: readonly DomainRow[] }): ReactNode {
  const t = useTranslations('customDomains.list')
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table aria-label={t('name')} className="w-full table-fixed border-collapse text-left text-sm">
        <thead>
          <tr>
            <PlainHeader className="px-3">{t('name')}</PlainHeader>
            <PlainHeader className="w-40 px-3 max-sm:hidden">{t('state')}</PlainHeader>
            <PlainHeader className="w-48 px-3 max-md:hidden">{t('account')}</PlainHeader>
            <PlainHeader className="w-44 px-3 max-lg:hidden">{t('checked')}</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {domains.map((row) => (
            <Line key={row.host} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: DomainRow }): ReactNode {
  const t = useTranslations('customDomains')
  const { host, letters, state, primary, account, checkedAt, problem } = row
  return (
    <tr className="relative border-t border-line -outline-offset-2 hover:bg-hover">
      <td className="px-3 py-2">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/brand/domains/${host}`}
            className="max-w-full truncate font-medium after:absolute after:inset-0"
          >
            {letters ?? host}
          </Link>
          {primary && <Badge tone="neutral">{t('list.primary')}</Badge>}
        </p>
        {letters !== null && <p className="monospace truncate text-xs text-ink-soft">{host}</p>}
        {problem !== null && <p className="text-xs text-ink-soft">{t(`problems.${problem}`)}</p>}
        <p className="flex flex-wrap items-center gap-2 pt-1 sm:hidden">
          <CustomDomainStateBadge state={state} />
        </p>
      </td>
      <td className="px-3 py-2 max-sm:hidden">
        <CustomDomainStateBadge state={state} />
      </td>
      <td className="truncate px-3 py-2 text-ink-soft max-md:hidden">
        {account === null ? t('list.all') : <NameLabel of="account" name={account} />}
      </td>
      <td className="truncate px-3 py-2 text-ink-soft max-lg:hidden">
        {checkedAt === null ? t('list.never') : <LocalTime at={checkedAt} />}
      </td>
    </tr>
  )
}
