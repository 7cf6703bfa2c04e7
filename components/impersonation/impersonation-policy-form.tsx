'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationPolicyField } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'

type Props = { policy: { shown: boolean; mailed: boolean }; action: FormAction<ImpersonationPolicyField> }

/** Whether customers see and may end impersonations, and whether they are notified by mail. */
export function ImpersonationPolicyForm({ policy, action }: Props): ReactNode {
  const t = useTranslations('impersonation.policy')
  return (
    <Form action={action} submit={t('submit')} submitting={t('submitting')}>
      <CheckboxField<ImpersonationPolicyField>
        name="shown"
        label={t('shown')}
        hint={t('shownHint')}
        ticked={policy.shown}
      />
      <CheckboxField<ImpersonationPolicyField>
        name="mailed"
        label={t('mailed')}
        hint={t('mailedHint')}
        ticked={policy.mailed}
      />
    </Form>
  )
}
