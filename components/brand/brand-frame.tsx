import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkTabs } from '../ui/link-tabs.tsx'

type Props = {
  tab: 'look' | 'domains' | 'history'
  may: readonly Verb[]
  marks?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The header and tabs of the brand pages. */
export function BrandFrame({ tab, may, marks, actions, children }: Props): ReactNode {
  const t = useTranslations('brand')
  const tabs = [
    { href: '/brand' as const, title: t('tabs.look'), current: tab === 'look' },
    ...(may.includes('domain.read')
      ? [{ href: '/brand/domains' as const, title: t('tabs.domains'), current: tab === 'domains' }]
      : []),
    { href: '/brand/history' as const, title: t('tabs.history'), current: tab === 'history' },
  ]
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} marks={marks} actions={actions} />
      <LinkTabs label={t('title')} tabs={tabs} />
      {children}
    </>
  )
}
