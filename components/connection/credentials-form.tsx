'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionState, CredentialsField } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { CredentialsFields } from './credentials-fields.tsx'

const rules = async () => (await import('../../lib/views/connection-form.ts')).credentialsRules

type Props = { state: ConnectionState; action: FormAction<CredentialsField>; beside: ReactNode }

/**
 * Replaces the credentials of the same account. During a trial only by another token, because an API key
 * activates the tenant.
 */
export function CredentialsForm({ state, action, beside }: Props): ReactNode {
  const t = useTranslations('connection.replace')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <CredentialsFields kinds={state.trial === null ? ['key', 'token'] : ['token']} realm={state.realm} />
    </Form>
  )
}
