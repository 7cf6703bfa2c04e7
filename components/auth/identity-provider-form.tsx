'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { GIVEN_ROLES, type SignOnField, type SignOnState } from '../../lib/views/sign-on.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/sign-on-form.ts')).providerRules

type Props = { state: SignOnState; action: FormAction<SignOnField> }

/** The issuer of the identity provider, and the portal's credentials there. */
export function IdentityProviderForm({ state: { provider }, action }: Props): ReactNode {
  const t = useTranslations('connection.signOn')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <TextField<SignOnField>
        name="issuer"
        label={t('issuer')}
        hint={t('issuerHint')}
        value={provider?.issuer ?? ''}
        type="url"
        inputMode="url"
        spellCheck={false}
        tabularNums
        required
      />
      <TextField<SignOnField>
        name="clientId"
        label={t('clientId')}
        value={provider?.clientId ?? ''}
        spellCheck={false}
        tabularNums
        required
      />
      <PasswordField<SignOnField>
        name="clientSecret"
        label={t('clientSecret')}
        hint={t('clientSecretHint')}
        autoComplete="new-password"
        required
      />
      <SelectField<SignOnField>
        name="defaultRole"
        label={t('role')}
        hint={t('roleHint')}
        value={provider?.defaultRole ?? 'viewer'}
        choices={GIVEN_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      />
    </Form>
  )
}
