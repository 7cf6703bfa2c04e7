import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountMarks, AccountSummary } from './account-summary.tsx'
import { ImpersonateLink } from '../impersonation/impersonate-link.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { TabLink, TabRow } from '../ui/link-tabs.tsx'

/** The pages of an account, each with the verb that opens it, in the order of the tabs. */
const TABS = [
  { name: 'devices', verb: 'device.read', path: '' },
  { name: 'users', verb: 'user.read', path: '/users' },
  { name: 'accounts', verb: 'account.read', path: '/accounts' },
  { name: 'settings', verb: 'account.edit', path: '/settings' },
  { name: 'history', verb: 'audit.read', path: '/history' },
] as const

type Props = Pick<AccountPageData, 'account' | 'breadcrumbs'> & {
  viewer: ViewerBadge
  current: (typeof TABS)[number]['name']
}

/** The header of an account's pages: its summary, its actions and the tabs between them. */
export function AccountHeader({ account, breadcrumbs, viewer: { may }, current }: Props): ReactNode {
  const t = useTranslations()
  const offered = [
    { verb: 'device.create', label: t('devices.new'), href: `/accounts/${account.id}/devices/new` },
    { verb: 'user.create', label: t('users.new'), href: `/accounts/${account.id}/users/new` },
    { verb: 'account.edit', label: t('accounts.editTitle'), href: `/accounts/${account.id}/settings` },
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
          may.includes('impersonation.start') && (
            <ImpersonateLink href={`/accounts/${account.id}/impersonate`} of="account" name={account.name} />
          )
        }
      />
      <TabRow label={t('accounts.tabs.label')}>
        {TABS.filter(({ verb }) => may.includes(verb)).map(({ name, path }) => (
          <TabLink key={name} href={`/accounts/${account.id}${path}`} current={current === name}>
            {t(`accounts.tabs.${name}`)}
          </TabLink>
        ))}
      </TabRow>
    </>
  )
}
