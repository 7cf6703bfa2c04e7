'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingPolicyField } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'

type Props = { policy: { shown: boolean; mailed: boolean }; action: FormAction<ActingPolicyField> }

/** Whether customers see who has their eyes and may end it, and whether they get a mail. */
export function PolicyForm({ policy, action }: Props): ReactNode {
  const t = useTranslations('acting.policy')
  return (
    <Form action={action} submit={t('submit')} submitting={t('submitting')}>
      <CheckboxField<ActingPolicyField>
        name="shown"
        label={t('shown')}
        hint={t('shownHint')}
        ticked={policy.shown}
      />
      <CheckboxField<ActingPolicyField>
        name="mailed"
        label={t('mailed')}
        hint={t('mailedHint')}
        ticked={policy.mailed}
      />
    </Form>
  )
}
