import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField, UserRoleField } from '../../lib/views/user-form.ts'
import type { UserFlash, UserDraft, UserFormData } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { UserPasswordForm } from './user-password-form.tsx'
import { UserFrame } from './user-frame.tsx'
import { UserRoleForm } from './user-role-form.tsx'

type Props = UserFormData & {
  viewer: ViewerBadge
  done: UserFlash | null
  actions: {
    setPassword: FormAction<UserPasswordField>
    sendRecovery: FormAction<'user'>
    changeRole: FormAction<UserRoleField>
  }
}

/** Sends the user a link to set a password. */
function RecoveryPanel({ user, action }: { user: UserDraft; action: FormAction<'user'> }): ReactNode {
  const t = useTranslations('users.access')
  const { id, username } = user
  const { email } = user.text
  return (
    <Panel title={t('recovery')} className="space-y-3 text-sm">
      {email === '' || username === '' ? (
        <p className="text-ink-soft">{t('recoveryNone')}</p>
      ) : (
        <>
          <p className="text-ink-soft">{t('recoveryAbout', { email })}</p>
          <ButtonForm action={action} hidden={{ user: id }}>
            {t('recoverySend')}
          </ButtonForm>
        </>
      )}
    </Panel>
  )
}

/** The password and role of a user. */
export function UserAccessPage({ user, actions, ...frame }: Props): ReactNode {
  const t = useTranslations('users.access')
  const { header, viewer } = frame
  return (
    <UserFrame {...frame} current="access">
      {header.self ? (
        <Notice tone="info" title={t('selfTitle')}>
          <p>{t('self')}</p>
        </Notice>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {viewer.may.includes('user.password') && (
            <div className="space-y-5">
              <Panel title={t('password')}>
                <UserPasswordForm user={user} action={actions.setPassword} />
              </Panel>
              <RecoveryPanel user={user} action={actions.sendRecovery} />
            </div>
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
