import type { ReactNode } from 'react'
import type { AccountDraft } from '../lib/views/account.ts'
import { Badge } from './ui/badge.tsx'
import { LocalTime } from './ui/local-time.tsx'

/** Whether an account is enabled, and what kind of account it is. */
export function AccountMarks({ account }: { account: AccountDraft }): ReactNode {
  return (
    <>
      {account.enabled ? <Badge tone="good">Enabled</Badge> : <Badge tone="warn">Disabled</Badge>}
      {account.reseller && <Badge tone="accent">Reseller</Badge>}
      {account.granted && <Badge tone="neutral">Your own account</Badge>}
    </>
  )
}

/** Realm, time zone and age of an account, in a line. */
export function AccountSummary({ account }: { account: AccountDraft }): ReactNode {
  const { realm, timezone, createdAt } = account
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      <span>
        <span className="text-ink-faint">Realm</span> {realm || 'none'}
      </span>
      <span>
        <span className="text-ink-faint">Time zone</span> {timezone || 'as above it'}
      </span>
      {createdAt !== null && (
        <span>
          <span className="text-ink-faint">Created</span> <LocalTime at={createdAt} />
        </span>
      )}
    </span>
  )
}
