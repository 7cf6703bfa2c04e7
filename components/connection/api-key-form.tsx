'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'

const rules = async () => (await import('../../lib/views/connection-form.ts')).keyRules

type Props = {
  action: FormAction<'key'>
  /** Whether this is the only option. */
  first: boolean
}

/** Takes an API key to go live with. */
export function ApiKeyForm({ action, first }: Props): ReactNode {
  const t = useTranslations('connection.goLive')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <PasswordField<'key'>
        name="key"
        label={t(first ? 'key' : 'orKey')}
        hint={t('keyHint')}
        autoComplete="new-password"
        required
      />
    </Form>
  )
}
