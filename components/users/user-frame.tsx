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

type Props = {
  user: UserDraft
  /** The portal itself signs in as them. */
  self: boolean
  breadcrumbs: readonly BreadcrumbItem[]
  viewer: ViewerBadge
  current: 'settings' | 'access'
  done: UserFlash | null
  /** What else can be done with them as a whole. */
  actions?: ReactNode
  children: ReactNode
}

/** What all pages of a person have: who they are, what can be done with them, and the way between their parts. */
export function UserFrame(props: Props): ReactNode {
  const { user, self, breadcrumbs, viewer, current, done, actions, children } = props
  const words = useTranslations('users')
  const { may } = viewer
  const mayAccess = may.includes('user.password') || may.includes('user.role')
  const removable = may.includes('user.remove') && !self
  return (
    <>
      <PaletteActions
        actions={[
          ...(mayAccess ? [{ label: words('page.access'), href: `/users/${user.id}/access` }] : []),
          ...(removable
            ? [{ label: words('removal.title', { name: user.name }), href: `/users/${user.id}/remove` }]
            : []),
        ]}
      />
      <PageHeader
        title={user.name}
        breadcrumbs={breadcrumbs}
        about={user.username === '' ? words('page.noUsername') : user.username}
        marks={
          <>
            {user.privilege === 'admin' && <Badge tone="accent">{words('roles.admin')}</Badge>}
            {user.text.enabled === '' && <Badge tone="warn">{words('page.disabled')}</Badge>}
            {user.mustRenew && <Badge tone="warn">{words('page.mustRenew')}</Badge>}
            {self && <Badge tone="neutral">{words('page.self')}</Badge>}
          </>
        }
        actions={
          <>
            {actions}
            {removable && <LinkButton href={`/users/${user.id}/remove`}>{words('page.remove')}</LinkButton>}
          </>
        }
      />
      <TabRow label={words('page.tabs')}>
        <TabLink href={`/users/${user.id}`} current={current === 'settings'}>
          {words('page.settings')}
        </TabLink>
        {mayAccess && (
          <TabLink href={`/users/${user.id}/access`} current={current === 'access'}>
            {words('page.access')}
          </TabLink>
        )}
        {may.includes('user.edit') && (
          <TabLink href={`/users/${user.id}/settings`} current={false}>
            {words('page.every')}
          </TabLink>
        )}
      </TabRow>
      <FlashMessage>{done && words(`flash.${done}`)}</FlashMessage>
      {children}
    </>
  )
}
