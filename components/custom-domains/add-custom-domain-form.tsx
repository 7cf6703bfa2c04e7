'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AddDomainField } from '../../lib/views/custom-domain-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/custom-domain-form.ts')).addDomainRules

type Props = { action: FormAction<AddDomainField>; beside: ReactNode }

/** Adds a custom domain. */
export function AddCustomDomainForm({ action, beside }: Props): ReactNode {
  const t = useTranslations('customDomains.add')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <TextField<AddDomainField>
        name="host"
        label={t('host')}
        hint={t('hostHint')}
        placeholder="portal.example.com"
        inputMode="url"
        spellCheck={false}
        tabularNums
        required
      />
    </Form>
  )
}
