'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'

/** The button that uses the link. Opening the page, as mail scanners do, uses nothing. */
export function ConfirmEmailForm({ action }: { action: FormAction<never> }): ReactNode {
  const t = useTranslations('signIn.confirm')
  return (
    <Form action={action} submit={t('submit')} submitting={t('submitting')} warnOnLeave={false} wide>
      {null}
    </Form>
  )
}
