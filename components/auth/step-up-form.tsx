'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { StepUpField } from '../../lib/views/step-up-form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/step-up-form.ts')).stepUpRules

type Props = {
  action: FormAction<StepUpField>
  /** Whose password it is, for password managers. */
  email: string
  /** Where to go on to; none in a dialog. */
  next?: string
}

/** The password of who is signed in. */
export function StepUpForm({ action, email, next = '' }: Props): ReactNode {
  const t = useTranslations('shell.stepUp')
  return (
    <Form
      action={action}
      rules={rules}
      hidden={{ next }}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      clearSecretsOnError
      wide
    >
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField<StepUpField>
        name="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
    </Form>
  )
}
