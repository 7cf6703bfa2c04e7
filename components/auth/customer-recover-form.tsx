'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AskResetField as Name } from '../../lib/views/customer-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/customer-form.ts')).askResetRules

type Props = { action: FormAction<Name>; asksAccount: boolean }

/** Asks for a password link; the answer is the same whether or not the user exists. */
export function CustomerRecoverForm({ action, asksAccount }: Props): ReactNode {
  const t = useTranslations('customer')
  return (
    <Form
      action={action}
      rules={rules}
      submit={t('recover.submit')}
      submitting={t('recover.submitting')}
      warnOnLeave={false}
      wide
    >
      {asksAccount && (
        <TextField<Name>
          name="account"
          label={t('account')}
          hint={t('recover.accountHint')}
          autoComplete="organization"
          spellCheck={false}
        />
      )}
      <TextField<Name>
        name="username"
        label={t('username')}
        {...(asksAccount && { hint: t('usernameHint') })}
        autoComplete="username"
        spellCheck={false}
      />
    </Form>
  )
}
