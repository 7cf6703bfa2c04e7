import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SettingsCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkTabs } from '../ui/link-tabs.tsx'

type Props = {
  tab: 'look' | 'history'
  marks?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The header and tabs of the brand pages. */
export function BrandFrame({ tab, marks, actions, children }: Props): ReactNode {
  const t = useTranslations('brand')
  const tabs = [
    { href: '/brand' as const, title: t('tabs.look'), current: tab === 'look' },
    { href: '/brand/history' as const, title: t('tabs.history'), current: tab === 'history' },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        above={<SettingsCrumb />}
        marks={marks}
        actions={actions}
      />
      <LinkTabs label={t('title')} tabs={tabs} />
      {children}
    </>
  )
}
