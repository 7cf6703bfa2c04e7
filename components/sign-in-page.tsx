import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../lib/views/form.ts'
import type { SignInField } from '../lib/views/viewer.ts'
import { EntryFrame } from './entry-frame.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The one page without a viewer. */
export function SignInPage(props: { action: FormAction<SignInField>; next: string }): ReactNode {
  const t = useTranslations('signIn')
  return (
    <EntryFrame title={t('title')} foot={t('foot')}>
      <SignInForm {...props} />
    </EntryFrame>
  )
}
