import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPlace } from '../lib/views/account.ts'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { AccountMarks, AccountSummary } from './account-summary.tsx'
import { ActLink } from './acting/act-link.tsx'
import { PageHeader } from './page-header.tsx'
import { PaletteActions } from './palette/palette-actions.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { TabLink, TabRow } from './ui/link-tabs.tsx'

type Props = AccountPlace & { viewer: ViewerBadge; current: 'devices' | 'users' }

/** What an account is, what can be done with it, and the way between its parts. */
export function AccountHeader({ account, trail, viewer: { may }, current }: Props): ReactNode {
  const words = useTranslations()
  const offered = [
    { verb: 'device.create', label: words('devices.new'), href: `/accounts/${account.id}/devices/new` },
    { verb: 'user.create', label: words('users.new'), href: `/accounts/${account.id}/users/new` },
    { verb: 'account.create', label: words('accounts.new'), href: `/accounts/${account.id}/accounts/new` },
    { verb: 'account.edit', label: words('accounts.editTitle'), href: `/accounts/${account.id}/edit` },
  ] as const
  return (
    <>
      <PaletteActions
        actions={offered.flatMap(({ verb, label, href }) => (may.includes(verb) ? [{ label, href }] : []))}
      />
      <PageHeader
        title={account.name}
        trail={trail.slice(0, -1)}
        marks={<AccountMarks account={account} />}
        about={<AccountSummary account={account} />}
        actions={
          <>
            {may.includes('act.begin') && (
              <ActLink
                href={`/accounts/${account.id}/act`}
                label={words('acting.begin.inAccount', { account: account.name })}
              />
            )}
            {may.includes('account.edit') && (
              <LinkButton href={`/accounts/${account.id}/edit`}>
                <Pencil aria-hidden="true" />
                {words('accounts.edit')}
              </LinkButton>
            )}
            {may.includes('account.create') && (
              <LinkButton href={`/accounts/${account.id}/accounts/new`}>
                <Plus aria-hidden="true" />
                {words('accounts.new')}
              </LinkButton>
            )}
          </>
        }
      />
      {may.includes('user.read') && (
        <TabRow label={words('users.tabs.label')}>
          <TabLink href={`/accounts/${account.id}`} current={current === 'devices'}>
            {words('users.tabs.devices')}
          </TabLink>
          <TabLink href={`/accounts/${account.id}/users`} current={current === 'users'}>
            {words('users.tabs.users')}
          </TabLink>
        </TabRow>
      )}
    </>
  )
}
