'use client'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Answer, FormAction, Refusal } from '../../lib/views/form.ts'
import type { PasskeyField } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { RecoveryCodes, type CodesOwner } from './recovery-codes.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).passkeyRules

export type PasskeyActions = {
  begin: () => Promise<Answer<PublicKeyCredentialCreationOptionsJSON>>
  add: FormAction<PasskeyField>
}
type Props = { actions: PasskeyActions; owner: CodesOwner; suggested: string }

/**
 * Adds a passkey: gets options from the server, has the browser create the passkey, and sends it for
 * verification.
 */
export function NewPasskeyForm({ actions, owner, suggested }: Props): ReactNode {
  const t = useTranslations('members.security.newPasskey')

  const adding: FormAction<PasskeyField> = async (before, form) => {
    const begun = await actions.begin()
    if (!begun.ok) return refusal(begun.message, begun)
    const { createPasskey } = await import('./create-passkey.ts')
    const created = await createPasskey(begun.value)
    if (!created.ok) return refusal(t(created.why))
    form.set('response', created.response)
    return actions.add(before, form)
  }
  return (
    <Form
      action={adding}
      rules={rules}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      renderDone={(done) => <RecoveryCodes done={done} owner={owner} />}
    >
      <TextField<PasskeyField>
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        value={suggested}
        required
      />
    </Form>
  )
}

function refusal(
  message: string,
  { reference = '', proveFirst }: { reference?: string; proveFirst?: true } = {},
): Refusal<PasskeyField> {
  return {
    status: 'rejected',
    message,
    fields: {},
    typed: {},
    reference: reference === '' ? null : reference,
    ...(proveFirst && { proveFirst }),
    at: Date.now(),
  }
}
