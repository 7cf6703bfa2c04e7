'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AddressField, ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConnectionCheck } from '../trial/connection-check.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { CredentialsFields } from './credentials-fields.tsx'

const rules = async () => (await import('../../lib/views/connection-form.ts')).addressRules

/** What the connection check is about. */
const CHECKED: readonly AddressField[] = ['origin', 'kind', 'key', 'realm', 'token']

type Props = { state: ConnectionState; action: FormAction<AddressField>; beside: ReactNode }

/**
 * Another address of the same Kazoo. The credentials have to be typed again: stored ones are never sent to a
 * typed address.
 */
export function AddressForm({ state, action, beside }: Props): ReactNode {
  const t = useTranslations('connection.move')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <TextField<AddressField>
        name="origin"
        label={t('origin')}
        hint={t('originHint', { address: state.address })}
        type="url"
        inputMode="url"
        spellCheck={false}
        tabularNums
        required
      />
      <CredentialsFields kinds={state.trial === null ? ['key', 'token'] : ['token']} realm={state.realm} />
      <ConnectionCheck path="/connection/check" fields={CHECKED} rules={rules} />
    </Form>
  )
}
