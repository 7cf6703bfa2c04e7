'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MailDomainField } from '../../lib/views/sign-on.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/sign-on-form.ts')).mailDomainRules

type Props = { suggested: string; action: FormAction<MailDomainField> }

/** Adds a mail domain for single sign-on. */
export function MailDomainForm({ suggested, action }: Props): ReactNode {
  const t = useTranslations('connection.signOn.mailDomains')
  return (
    <Form action={action} rules={rules} submit={t('add')} submitting={t('adding')}>
      <TextField<MailDomainField>
        name="domain"
        label={t('domain')}
        hint={t('domainHint')}
        value={suggested}
        placeholder="example.com"
        spellCheck={false}
        tabularNums
        required
      />
    </Form>
  )
}
