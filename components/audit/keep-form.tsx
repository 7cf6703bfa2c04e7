'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { KeepField } from '../../lib/views/audit-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/audit-form.ts')).keepRules

type Props = { days: number | null; action: FormAction<KeepField> }

/** For how many days the trail is kept. */
export function KeepForm({ days, action }: Props): ReactNode {
  const t = useTranslations('audit.out')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <TextField<KeepField>
        name="days"
        label={t('days')}
        hint={t('daysHint')}
        value={days === null ? '' : String(days)}
        inputMode="numeric"
        figures
      />
    </Form>
  )
}
