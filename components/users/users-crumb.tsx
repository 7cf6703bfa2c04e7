import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import { Crumb } from '../shell/breadcrumbs.tsx'

/** The list of users of the account that a user's breadcrumbs end with. */
export function UsersCrumb({ breadcrumbs }: { breadcrumbs: readonly BreadcrumbItem[] }): ReactNode {
  const t = useTranslations('shell.nav')
  const account = breadcrumbs.at(-1)
  return account && <Crumb href={`/accounts/${account.id}/users`}>{t('users')}</Crumb>
}
