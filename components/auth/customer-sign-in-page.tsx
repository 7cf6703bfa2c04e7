import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CustomerSignInField } from '../../lib/views/customer-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { ForgotPasswordLink } from './forgot-password-link.tsx'
import { CustomerSignInForm } from './customer-sign-in-form.tsx'

type Props = { action: FormAction<CustomerSignInField>; next: string; asksAccount: boolean }

/** Sign-in for a tenant's customers, on its own domain. */
export function CustomerSignInPage(props: Props): ReactNode {
  const t = useTranslations('customer')
  const staff = <EntryLink href="/sign-in/team">{t('team')}</EntryLink>
  return (
    <EntryFrame title={t('title')} foot={staff}>
      <CustomerSignInForm
        {...props}
        forgot={<ForgotPasswordLink href="/recover">{t('forgot')}</ForgotPasswordLink>}
      />
    </EntryFrame>
  )
}
