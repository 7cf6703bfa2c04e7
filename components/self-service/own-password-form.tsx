'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { PasswordField as Name } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).passwordRules

type Props = { action: FormAction<Name>; username: string }

/** Changes the user's own Kazoo password. */
export function OwnPasswordForm({ action, username }: Props): ReactNode {
  const t = useTranslations('selfService.password')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      {/* Password managers store the new password under this name. */}
      {username !== '' && <input type="text" autoComplete="username" value={username} readOnly hidden />}
      <PasswordField<Name> name="password" label={t('old')} autoComplete="current-password" required />
      <PasswordField<Name>
        name="newPassword"
        label={t('new')}
        hint={t('hint')}
        autoComplete="new-password"
        required
      />
    </Form>
  )
}
