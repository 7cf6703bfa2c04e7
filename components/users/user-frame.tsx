import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import type { UserFlash, UserDraft } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { Badge } from '../ui/badge.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TabLink, TabRow } from '../ui/link-tabs.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  user: UserDraft
  /** The portal itself signs in to Kazoo as this user. */
  self: boolean
  breadcrumbs: readonly BreadcrumbItem[]
  viewer: ViewerBadge
  current: 'settings' | 'access'
  done: UserFlash | null
  /** Further actions for the user. */
  actions?: ReactNode
  children: ReactNode
}

/** The header and tabs of a user's pages. */
export function UserFrame(props: Props): ReactNode {
  const { user, self, breadcrumbs, viewer, current, done, actions, children } = props
  const t = useTranslations('users')
  const nameLabel = useNameLabel()
  const { may } = viewer
  const mayAccess = may.includes('user.password') || may.includes('user.role')
  const removable = may.includes('user.remove') && !self
  return (
    <>
      <PaletteActions
        actions={[
          ...(mayAccess ? [{ label: t('page.access'), href: `/users/${user.id}/access` }] : []),
          ...(removable
            ? [
                {
                  label: t('removal.title', { name: nameLabel('user', user.name) }),
                  href: `/users/${user.id}/remove`,
                },
              ]
            : []),
        ]}
      />
      <PageHeader
        title={user.name}
        of="user"
        breadcrumbs={breadcrumbs}
        about={user.username === '' ? t('page.noUsername') : user.username}
        marks={
          <>
            {user.privilege === 'admin' && <Badge tone="accent">{t('roles.admin')}</Badge>}
            {user.text.enabled === '' && <Badge tone="warn">{t('page.disabled')}</Badge>}
            {user.mustRenew && <Badge tone="warn">{t('page.mustRenew')}</Badge>}
            {self && <Badge tone="neutral">{t('page.self')}</Badge>}
          </>
        }
        actions={
          <>
            {actions}
            {removable && <LinkButton href={`/users/${user.id}/remove`}>{t('page.remove')}</LinkButton>}
          </>
        }
      />
      <TabRow label={t('page.tabs')}>
        <TabLink href={`/users/${user.id}`} current={current === 'settings'}>
          {t('page.settings')}
        </TabLink>
        {mayAccess && (
          <TabLink href={`/users/${user.id}/access`} current={current === 'access'}>
            {t('page.access')}
          </TabLink>
        )}
        {may.includes('user.edit') && (
          <TabLink href={`/users/${user.id}/settings`} current={false}>
            {t('page.every')}
          </TabLink>
        )}
      </TabRow>
      <FlashMessage>{done && t(`flash.${done}`)}</FlashMessage>
      {children}
    </>
  )
}
