import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserFlash, UserHeader } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { ImpersonateLink } from '../impersonation/impersonate-link.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { useNameLabel } from '../shell/name-label.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TabLink, TabRow } from '../ui/link-tabs.tsx'
import { UserMarks } from './user-marks.tsx'
import { UsersCrumb } from './users-crumb.tsx'

type Props = {
  header: UserHeader
  viewer: ViewerBadge
  /** The current tab; null on a page below them. */
  current: 'overview' | 'settings' | 'access' | 'every' | 'history' | null
  done?: UserFlash | null
  children: ReactNode
}

/** The header and tabs of a user's pages. */
export function UserFrame({ header, viewer: { may }, current, done = null, children }: Props): ReactNode {
  const t = useTranslations('users')
  const nameLabel = useNameLabel()
  const { id, name, username, self, breadcrumbs } = header
  const mayAccess = may.includes('user.password') || may.includes('user.role')
  const removable = may.includes('user.remove') && !self
  return (
    <>
      <PaletteActions
        actions={[
          ...(mayAccess ? [{ label: t('page.access'), href: `/users/${id}/access` }] : []),
          ...(removable
            ? [{ label: t('removal.title', { name: nameLabel('user', name) }), href: `/users/${id}/remove` }]
            : []),
        ]}
      />
      <PageHeader
        title={name}
        of="user"
        breadcrumbs={breadcrumbs}
        above={<UsersCrumb breadcrumbs={breadcrumbs} />}
        about={username === '' ? t('page.noUsername') : username}
        marks={<UserMarks header={header} />}
        actions={
          <>
            {may.includes('user.password') && !self && (
              <LinkButton href={`/users/${id}/access`}>
                <KeyRound aria-hidden="true" />
                {t('page.resetPassword')}
              </LinkButton>
            )}
            {may.includes('impersonation.start') && (
              <ImpersonateLink href={`/users/${id}/impersonate`} of="user" name={name} />
            )}
            {removable && (
              <LinkButton href={`/users/${id}/remove`} weight="dangerOutline">
                {t('page.remove')}
              </LinkButton>
            )}
          </>
        }
      />
      <TabRow label={t('page.tabs')}>
        <TabLink href={`/users/${id}`} current={current === 'overview'}>
          {t('page.overview')}
        </TabLink>
        <TabLink href={`/users/${id}/settings`} current={current === 'settings'}>
          {t('page.settings')}
        </TabLink>
        {mayAccess && (
          <TabLink href={`/users/${id}/access`} current={current === 'access'}>
            {t('page.access')}
          </TabLink>
        )}
        {may.includes('user.edit') && (
          <TabLink href={`/users/${id}/settings/all`} current={current === 'every'}>
            {t('page.every')}
          </TabLink>
        )}
        {may.includes('audit.read') && (
          <TabLink href={`/users/${id}/history`} current={current === 'history'}>
            {t('page.history')}
          </TabLink>
        )}
      </TabRow>
      <FlashMessage
        title={done && t(`flash.${done}`)}
        next={
          done === 'created'
            ? { label: t('page.another'), href: `/accounts/${header.account}/users/new` }
            : null
        }
      />
      {children}
    </>
  )
}
