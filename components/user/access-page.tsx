import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField, UserRoleField } from '../../lib/views/user-form.ts'
import type { UserDeed, UserPlace } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { UserPasswordForm } from './password-form.tsx'
import { UserFrame } from './user-frame.tsx'
import { UserRoleForm } from './user-role-form.tsx'

type Props = Pick<UserPlace, 'user' | 'self' | 'trail'> & {
  viewer: ViewerBadge
  done: UserDeed | null
  actions: { setPassword: FormAction<UserPasswordField>; changeRole: FormAction<UserRoleField> }
}

/** How somebody gets in, and what they may then. */
export function UserAccessPage({ actions, ...frame }: Props): ReactNode {
  const t = useTranslations('users.access')
  const { user, self, viewer } = frame
  return (
    <UserFrame {...frame} current="access">
      {self ? (
        <Notice tone="info" title={t('selfTitle')}>
          <p>{t('self')}</p>
        </Notice>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {viewer.may.includes('user.password') && (
            <Panel title={t('password')}>
              <UserPasswordForm user={user} action={actions.setPassword} />
            </Panel>
          )}
          {viewer.may.includes('user.role') && (
            <Panel title={t('role')}>
              <UserRoleForm user={user} action={actions.changeRole} />
            </Panel>
          )}
        </div>
      )}
    </UserFrame>
  )
}
