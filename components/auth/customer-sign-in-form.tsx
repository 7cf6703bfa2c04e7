'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CustomerSignInField as Name } from '../../lib/views/customer-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  action: FormAction<Name>
  /** The path to continue to. */
  next: string
  /** The link to a new password. */
  forgot: ReactNode
  /** False where the domain belongs to one account. */
  asksAccount: boolean
}

const rules = async () => (await import('../../lib/views/customer-form.ts')).customerSignInRules

/** Signs a customer in with their Kazoo credentials. */
export function CustomerSignInForm({ action, next, asksAccount, forgot }: Props): ReactNode {
  const t = useTranslations('customer')
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
      {asksAccount && (
        <TextField<Name>
          name="account"
          label={t('account')}
          hint={t('accountHint')}
          autoComplete="organization"
          spellCheck={false}
        />
      )}
      <TextField<Name>
        name="username"
        label={t('username')}
        {...(asksAccount && { hint: t('usernameHint') })}
        autoComplete="username"
        inputMode="text"
        spellCheck={false}
      />
      {/* The tab key leads from the user's name to the password, and then to this link. */}
      <div className="relative">
        <PasswordField<Name> name="password" label={t('password')} autoComplete="current-password" />
        {forgot}
      </div>
    </Form>
  )
}
