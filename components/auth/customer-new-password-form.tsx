'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SetPasswordField } from '../../lib/views/recovery-form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/customer-form.ts')).recoverRules

/** A customer's new password. */
export function CustomerNewPasswordForm({ action }: { action: FormAction<SetPasswordField> }): ReactNode {
  const t = useTranslations('customer.set')
  return (
    <Form
      action={action}
      rules={rules}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      wide
    >
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
