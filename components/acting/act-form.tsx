'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingField, ActingTarget } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/acting-form.ts')).actingRules

type Props = { target: ActingTarget; action: FormAction<ActingField>; beside: ReactNode }

/** The reason, a ticket, and whether anything may be changed. */
export function ActForm({ target, action, beside }: Props): ReactNode {
  const t = useTranslations('acting.begin')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <input type="hidden" name="target" value={target.target} />
      <TextField<ActingField> name="reason" label={t('reason')} hint={t('reasonHint')} required />
      <TextField<ActingField> name="ticket" label={t('ticket')} hint={t('ticketHint')} />
      {target.mayChange && (
        <CheckboxField<ActingField>
          name="changes"
          label={t('changes')}
          hint={t('changesHint')}
          ticked={false}
        />
      )}
    </Form>
  )
}
