'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { NewAccountField } from '../../lib/views/account.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useUsernameSuggestion } from '../users/use-username-suggestion.ts'

/** The fields of a new account's first admin. */
export function FirstAdminFields(): ReactNode {
  const t = useTranslations('accounts.form.new')
  const suggestUsername = useUsernameSuggestion()
  return (
    <div onInput={suggestUsername}>
      <FieldGroup title={t('admin')} hint={t('adminHint')}>
        <TextField<NewAccountField> name="firstName" label={t('firstName')} required />
        <TextField<NewAccountField> name="lastName" label={t('lastName')} required />
        <TextField<NewAccountField>
          name="email"
          label={t('email')}
          type="email"
          inputMode="email"
          spellCheck={false}
        />
        <TextField<NewAccountField> name="username" label={t('username')} spellCheck={false} required />
        <PasswordField<NewAccountField>
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          Suggest={SuggestButton}
          required
        />
      </FieldGroup>
    </div>
  )
}
