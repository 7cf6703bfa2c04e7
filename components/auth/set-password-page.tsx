import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SetPasswordField } from '../../lib/views/recovery-form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { SetPasswordForm } from './set-password-form.tsx'

type Props = { action: FormAction<SetPasswordField>; who: { name: string; email: string } }

/** The page behind a mailed link to set a password. */
export function SetPasswordPage({ action, who }: Props): ReactNode {
  const t = useTranslations('signIn.set')
  return (
    <EntryFrame title={t('title')} about={t('about', who)}>
      <SetPasswordForm action={action} email={who.email} />
    </EntryFrame>
  )
}
