import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'

type Props = {
  tab: 'profile' | 'security' | 'sessions'
  /** The message about what was just done. */
  done?: string | null
  children: ReactNode
}

/** The header and tabs of the profile pages. */
export function ProfileFrame({ tab, done = null, children }: Props): ReactNode {
  const t = useTranslations('members.profile')
  const tabs = [
    { href: '/profile', title: t('tabs.profile'), current: tab === 'profile' },
    { href: '/profile/security', title: t('tabs.security'), current: tab === 'security' },
    { href: '/profile/sessions', title: t('tabs.sessions'), current: tab === 'sessions' },
  ] as const
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <LinkTabs label={t('tabs.label')} tabs={tabs} />
      <FlashMessage title={done} />
      {children}
    </>
  )
}
