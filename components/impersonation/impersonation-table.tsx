import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationRow } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Badge } from '../ui/badge.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { PlainHeader } from '../ui/table-headers.tsx'
import { NameLabel, useNameLabel } from '../shell/name-label.tsx'

type Props = { rows: readonly ImpersonationRow[]; end: FormAction<'impersonation'> | null }

/** The impersonations, newest first. On a phone the columns move below the names. */
export function ImpersonationTable({ rows, end }: Props): ReactNode {
  const t = useTranslations('impersonation.list')
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table aria-label={t('title')} className="w-full table-fixed border-collapse text-left text-sm">
        <thead>
          <tr>
            <PlainHeader className="px-3">{t('who')}</PlainHeader>
            <PlainHeader className="px-3 max-md:hidden">{t('why')}</PlainHeader>
            <PlainHeader className="w-44 px-3 max-sm:hidden">{t('when')}</PlainHeader>
            <PlainHeader className="w-36 px-3">{t('state')}</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} end={end} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row, end }: { row: ImpersonationRow; end: Props['end'] }): ReactNode {
  const t = useTranslations('impersonation.list')
  const nameLabel = useNameLabel()
  const { id, member, targetName, account, reason, ticket, changes, beganAt, endedAt, endedBy } = row
  const why = (
    <>
      {reason}
      {ticket !== null && <span className="block text-xs text-ink-soft">{t('ticket', { ticket })}</span>}
    </>
  )
  return (
    <tr className="border-t border-line align-top">
      <td className="px-3 py-2 [overflow-wrap:anywhere]">
        <p className="font-medium">
          {targetName === null
            ? t('inAccount', { member })
            : t('asUser', { member, name: nameLabel('user', targetName) })}
        </p>
        <p className="text-xs text-ink-soft">
          <NameLabel of="account" name={account} /> · {t(changes ? 'changes' : 'readOnly')}
        </p>
        <div className="pt-1 text-xs text-ink-soft md:hidden">{why}</div>
        <p className="pt-1 text-xs text-ink-soft sm:hidden">
          <LocalTime at={beganAt} />
        </p>
      </td>
      <td className="px-3 py-2 [overflow-wrap:anywhere] max-md:hidden">{why}</td>
      <td className="px-3 py-2 text-ink-soft max-sm:hidden">
        <LocalTime at={beganAt} />
      </td>
      <td className="space-y-1 px-3 py-2">
        {endedAt === null ? (
          <>
            <Badge tone="accent">{t('now')}</Badge>
            {row.resume !== null && <Resume row={row} path={row.resume} />}
            {end !== null && (
              <ButtonForm
                action={end}
                hidden={{ impersonation: id }}
                size="small"
                label={t('endOf', { member })}
              >
                {t('end')}
              </ButtonForm>
            )}
          </>
        ) : (
          <span className="text-xs text-ink-soft">{t(`ended.${endedBy ?? 'time'}`)}</span>
        )}
      </td>
    </tr>
  )
}

/** Leads back into one's own impersonation, by a full load: it is another frame. */
function Resume({ row, path }: { row: ImpersonationRow; path: string }): ReactNode {
  const t = useTranslations('impersonation.list')
  const nameLabel = useNameLabel()
  const { targetName, account } = row
  const label =
    targetName === null
      ? t('resumeIn', { account: nameLabel('account', account) })
      : t('resumeOf', { name: nameLabel('user', targetName) })
  return (
    <a href={path} aria-label={label} className={buttonClass('plain', undefined, 'small')}>
      {t('resume')}
    </a>
  )
}
