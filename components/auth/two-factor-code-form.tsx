'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { CodeField } from '../../lib/views/two-factor-form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/two-factor-form.ts')).codeRules

type Props = { action: FormAction<CodeField>; by: 'app' | 'recovery'; next: string }

/** A code of the authenticator app, or a recovery code. */
export function TwoFactorCodeForm({ action, by, next }: Props): ReactNode {
  const t = useTranslations('signIn.second')
  const app = by === 'app'
  return (
    <Form
      action={action}
      rules={rules}
      hidden={{ next }}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      wide
    >
      <TextField<CodeField>
        name="code"
        label={t(app ? 'code' : 'recovery')}
        inputMode={app ? 'numeric' : 'text'}
        autoComplete={app ? 'one-time-code' : 'off'}
        spellCheck={false}
        tabularNums
      />
    </Form>
  )
}
