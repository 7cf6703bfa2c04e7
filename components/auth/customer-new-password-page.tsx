import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SetPasswordField } from '../../lib/views/recovery-form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { CustomerNewPasswordForm } from './customer-new-password-form.tsx'

/** The page behind the link of a password recovery mail. */
export function CustomerNewPasswordPage({ action }: { action: FormAction<SetPasswordField> }): ReactNode {
  const t = useTranslations('customer.set')
  return (
    <EntryFrame title={t('title')} about={t('about')}>
      <CustomerNewPasswordForm action={action} />
    </EntryFrame>
  )
}
