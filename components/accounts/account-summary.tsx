import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountDraft } from '../../lib/views/account.ts'
import { Badge } from '../ui/badge.tsx'
import { LocalTime } from '../ui/local-time.tsx'

/** Badges for the state and kind of an account. */
export function AccountMarks({ account }: { account: AccountDraft }): ReactNode {
  const t = useTranslations('accounts.marks')
  return (
    <>
      <Badge tone={account.enabled ? 'good' : 'warn'}>{t(account.enabled ? 'enabled' : 'disabled')}</Badge>
      {account.reseller && <Badge tone="accent">{t('reseller')}</Badge>}
      {account.granted && <Badge tone="neutral">{t('own')}</Badge>}
    </>
  )
}

/** Realm, time zone and creation date of an account, in one line. */
export function AccountSummary({ account }: { account: AccountDraft }): ReactNode {
  const t = useTranslations('accounts.summary')
  const { realm, timezone, createdAt } = account
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      <span>
        <span className="text-ink-faint">{t('realm')}</span> {realm || t('noRealm')}
      </span>
      <span>
        <span className="text-ink-faint">{t('zone')}</span> {timezone || t('zoneAbove')}
      </span>
      {createdAt !== null && (
        <span>
          <span className="text-ink-faint">{t('created')}</span> <LocalTime at={createdAt} />
        </span>
      )}
    </span>
  )
}
