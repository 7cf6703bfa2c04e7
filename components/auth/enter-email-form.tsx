'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { AskField } from '../../lib/views/recovery-form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/recovery-form.ts')).askRules

type Props = { action: FormAction<AskField>; email?: string; submit: string; submitting: string }

/** Asks for a team member's e-mail address; the answer is the same whether or not it is known. */
export function EnterEmailForm({ action, email = '', submit, submitting }: Props): ReactNode {
  const t = useTranslations('signIn')
  return (
    <Form action={action} rules={rules} submit={submit} submitting={submitting} warnOnLeave={false} wide>
      <TextField<AskField>
        name="email"
        label={t('email')}
        value={email}
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
      />
    </Form>
  )
}
