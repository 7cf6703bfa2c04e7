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
  /** The account name for password managers. */
  email: string
  /** The path to continue to; empty in a dialog. */
  next?: string
}

/** Asks for the viewer's password. */
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
