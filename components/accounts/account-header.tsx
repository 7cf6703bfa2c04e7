import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountMarks, AccountSummary } from './account-summary.tsx'
import { ImpersonateLink } from '../impersonation/impersonate-link.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TabLink, TabRow } from '../ui/link-tabs.tsx'

type Props = AccountPageData & { viewer: ViewerBadge; current: 'devices' | 'users' }

/** The header of an account's pages: its summary, its actions and the tabs between them. */
export function AccountHeader({ account, breadcrumbs, viewer: { may }, current }: Props): ReactNode {
  const t = useTranslations()
  const offered = [
    { verb: 'device.create', label: t('devices.new'), href: `/accounts/${account.id}/devices/new` },
    { verb: 'user.create', label: t('users.new'), href: `/accounts/${account.id}/users/new` },
    { verb: 'account.create', label: t('accounts.new'), href: `/accounts/${account.id}/accounts/new` },
    { verb: 'account.edit', label: t('accounts.editTitle'), href: `/accounts/${account.id}/edit` },
  ] as const
  return (
    <>
      <PaletteActions
        actions={offered.flatMap(({ verb, label, href }) => (may.includes(verb) ? [{ label, href }] : []))}
      />
      <PageHeader
        title={account.name}
        of="account"
        breadcrumbs={breadcrumbs.slice(0, -1)}
        marks={<AccountMarks account={account} />}
        about={<AccountSummary account={account} />}
        actions={
          <>
            {may.includes('impersonation.start') && (
              <ImpersonateLink
                href={`/accounts/${account.id}/impersonate`}
                of="account"
                name={account.name}
              />
            )}
            {may.includes('account.edit') && (
              <LinkButton href={`/accounts/${account.id}/edit`}>
                <Pencil aria-hidden="true" />
                {t('accounts.edit')}
              </LinkButton>
            )}
            {may.includes('account.create') && (
              <LinkButton href={`/accounts/${account.id}/accounts/new`}>
                <Plus aria-hidden="true" />
                {t('accounts.new')}
              </LinkButton>
            )}
          </>
        }
      />
      {may.includes('user.read') && (
        <TabRow label={t('users.tabs.label')}>
          <TabLink href={`/accounts/${account.id}`} current={current === 'devices'}>
            {t('users.tabs.devices')}
          </TabLink>
          <TabLink href={`/accounts/${account.id}/users`} current={current === 'users'}>
            {t('users.tabs.users')}
          </TabLink>
        </TabRow>
      )}
    </>
  )
}
