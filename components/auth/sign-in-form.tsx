'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SignInField } from '../../lib/views/viewer.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  action: FormAction<SignInField>
  /** The path to continue to. */
  next: string
  /** The link to a new password. */
  forgot: ReactNode
}

const rules = async () => (await import('../../lib/views/sign-in-form.ts')).signInRules

/** Signs a team member in by e-mail and password. */
export function SignInForm({ action, next, forgot }: Props): ReactNode {
  const t = useTranslations('signIn')
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
      <TextField<SignInField>
        name="email"
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
      />
      {/* The tab key leads from the user's name to the password, and then to this link. */}
      <div className="relative">
        <PasswordField<SignInField> name="password" label={t('password')} autoComplete="current-password" />
        {forgot}
      </div>
    </Form>
  )
}
