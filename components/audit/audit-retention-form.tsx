'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RetentionField } from '../../lib/views/audit-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/audit-form.ts')).retentionRules

type Props = { days: number | null; action: FormAction<RetentionField> }

/** How many days the audit log is retained. */
export function AuditRetentionForm({ days, action }: Props): ReactNode {
  const t = useTranslations('audit.settings')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <TextField<RetentionField>
        name="days"
        label={t('days')}
        hint={t('daysHint')}
        value={days === null ? '' : String(days)}
        inputMode="numeric"
        tabularNums
      />
    </Form>
  )
}
