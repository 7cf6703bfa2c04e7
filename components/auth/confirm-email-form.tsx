'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'

/** The press that uses the link: whoever only looks, such as a scanner of mails, uses nothing. */
export function ConfirmEmailForm({ action }: { action: FormAction<never> }): ReactNode {
  const t = useTranslations('signIn.confirm')
  return (
    <Form action={action} submit={t('submit')} submitting={t('submitting')} warnOnLeave={false} wide>
      {null}
    </Form>
  )
}
