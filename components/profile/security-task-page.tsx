import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Crumb, NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { title: string; about?: string; wide?: boolean; children: ReactNode }

/** A page for one change of the security settings. */
export function SecurityTaskPage({ title, about, wide = false, children }: Props): ReactNode {
  const t = useTranslations('members.profile.tabs')
  return (
    <div className={wide ? 'max-w-3xl space-y-5' : 'max-w-xl space-y-5'}>
      <PageHeader
        title={title}
        about={about}
        above={
          <>
            <NavCrumb name="profile" />
            <Crumb href="/profile/security">{t('security')}</Crumb>
          </>
        }
      />
      <Panel>{children}</Panel>
    </div>
  )
}
