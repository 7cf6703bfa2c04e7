'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { EmailField } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).emailRules

/** Asks for a new e-mail address. */
export function ChangeEmailForm({ action }: { action: FormAction<EmailField> }): ReactNode {
  const t = useTranslations('members.profile.email')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <TextField<EmailField>
        name="email"
        label={t('label')}
        hint={t('hint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        required
      />
    </Form>
  )
}
