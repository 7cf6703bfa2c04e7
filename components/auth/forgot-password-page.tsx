import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { AskField } from '../../lib/views/recovery-form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { EnterEmailForm } from './enter-email-form.tsx'

type Props = {
  action: FormAction<AskField>
  /** Where team members sign in. */
  entry: '/sign-in' | '/sign-in/team'
}

/** For team members who have forgotten their password. */
export function ForgotPasswordPage({ action, entry }: Props): ReactNode {
  const t = useTranslations('signIn')
  const back = <EntryLink href={entry}>{t('forgot.back')}</EntryLink>
  return (
    <EntryFrame title={t('forgot.title')} about={t('forgot.about')} foot={back}>
      <EnterEmailForm action={action} submit={t('forgot.submit')} submitting={t('forgot.submitting')} />
    </EntryFrame>
  )
}
