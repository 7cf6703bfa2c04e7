'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { CodeField } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { RecoveryCodes, type CodesOwner } from './recovery-codes.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).codeRules

type Props = {
  action: FormAction<CodeField>
  owner: CodesOwner
  /** An authenticator app is being set up. */
  begun: boolean
}

/** Takes the first code of a new authenticator app, then shows the recovery codes. */
export function AuthenticatorCodeForm({ action, owner, begun }: Props): ReactNode {
  const t = useTranslations('members.security.setup')
  return (
    <Form
      action={action}
      rules={rules}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      readOnly={!begun}
      renderDone={(done) => <RecoveryCodes done={done} owner={owner} />}
    >
      {begun ? (
        <TextField<CodeField>
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          tabularNums
          required
        />
      ) : (
        <Notice tone="info" title={t('none')}>
          <p>{t('noneAbout')}</p>
        </Notice>
      )}
    </Form>
  )
}
