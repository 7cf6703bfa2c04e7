import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountDraft } from '../lib/views/account.ts'
import { Badge } from './ui/badge.tsx'
import { LocalTime } from './ui/local-time.tsx'

/** Whether an account is enabled, and what kind of account it is. */
export function AccountMarks({ account }: { account: AccountDraft }): ReactNode {
  const words = useTranslations('accounts.marks')
  return (
    <>
      <Badge tone={account.enabled ? 'good' : 'warn'}>
        {words(account.enabled ? 'enabled' : 'disabled')}
      </Badge>
      {account.reseller && <Badge tone="accent">{words('reseller')}</Badge>}
      {account.granted && <Badge tone="neutral">{words('own')}</Badge>}
    </>
  )
}

/** Realm, time zone and age of an account, in a line. */
export function AccountSummary({ account }: { account: AccountDraft }): ReactNode {
  const words = useTranslations('accounts.summary')
  const { realm, timezone, createdAt } = account
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      <span>
        <span className="text-ink-faint">{words('realm')}</span> {realm || words('noRealm')}
      </span>
      <span>
        <span className="text-ink-faint">{words('zone')}</span> {timezone || words('zoneAbove')}
      </span>
      {createdAt !== null && (
        <span>
          <span className="text-ink-faint">{words('created')}</span> <LocalTime at={createdAt} />
        </span>
      )}
    </span>
  )
}
