'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationField, ImpersonationTarget } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/impersonation-form.ts')).impersonationRules

type Props = { target: ImpersonationTarget; action: FormAction<ImpersonationField>; beside: ReactNode }

/** Asks for a reason, a ticket, and whether changes are allowed. */
export function ImpersonateForm({ target, action, beside }: Props): ReactNode {
  const t = useTranslations('impersonation.start')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <input type="hidden" name="target" value={target.target} />
      <TextField<ImpersonationField> name="reason" label={t('reason')} hint={t('reasonHint')} required />
      <TextField<ImpersonationField> name="ticket" label={t('ticket')} hint={t('ticketHint')} />
      {target.mayChange && (
        <CheckboxField<ImpersonationField>
          name="changes"
          label={t('changes')}
          hint={t('changesHint')}
          ticked={false}
        />
      )}
    </Form>
  )
}
