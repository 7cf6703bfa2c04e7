import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserHeader } from '../../lib/views/user.ts'
import { Badge } from '../ui/badge.tsx'

/** The role of a user, and what keeps them from signing in. */
export function UserMarks({ header }: { header: UserHeader }): ReactNode {
  const t = useTranslations('users')
  return (
    <>
      {header.privilege === 'admin' && <Badge tone="accent">{t('roles.admin')}</Badge>}
      {!header.enabled && <Badge tone="warn">{t('page.disabled')}</Badge>}
      {header.mustRenew && <Badge tone="warn">{t('page.mustRenew')}</Badge>}
      {header.self && <Badge tone="neutral">{t('page.self')}</Badge>}
    </>
  )
}
