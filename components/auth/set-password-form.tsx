'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SetPasswordField } from '../../lib/views/recovery-form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/recovery-form.ts')).setPasswordRules

/** A team member's new password. */
export function SetPasswordForm({
  action,
  email,
}: {
  action: FormAction<SetPasswordField>
  email: string
}): ReactNode {
  const t = useTranslations('signIn.set')
  return (
    <Form
      action={action}
      rules={rules}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      wide
    >
      {/* Password managers store the new password under this name. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField<SetPasswordField>
        name="password"
        label={t('password')}
        hint={t('hint')}
        autoComplete="new-password"
        required
      />
    </Form>
  )
}
