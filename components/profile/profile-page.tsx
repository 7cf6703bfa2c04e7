import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { Profile } from '../../lib/views/member.ts'
import type { EmailField, ProfileField } from '../../lib/views/profile-form.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ChangeEmailForm } from './change-email-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileFrame } from './profile-frame.tsx'

type Props = {
  profile: Profile
  actions: { edit: FormAction<ProfileField>; askForEmail: FormAction<EmailField> }
}

/** The member's name, language and e-mail address. */
export function ProfilePage({ profile, actions }: Props): ReactNode {
  const t = useTranslations('members.profile')
  const { email, pendingEmail } = profile
  return (
    <ProfileFrame tab="profile">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t('you.title')}>
          <ProfileForm profile={profile} action={actions.edit} />
        </Panel>
        <Panel title={t('email.title')} className="space-y-4">
          <p className="text-sm break-words">{t('email.now', { email })}</p>
          {pendingEmail !== null && (
            <Notice tone="info" title={t('email.pending', { email: pendingEmail })}>
              <p>{t('email.pendingAbout')}</p>
            </Notice>
          )}
          <ChangeEmailForm action={actions.askForEmail} />
        </Panel>
      </div>
    </ProfileFrame>
  )
}
