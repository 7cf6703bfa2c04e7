'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { PasswordField as Name } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).passwordRules

type Props = { action: FormAction<Name>; email: string }

/** Changes a team member's own password. */
export function MemberPasswordForm({ action, email }: Props): ReactNode {
  const t = useTranslations('members.security.password')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
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
