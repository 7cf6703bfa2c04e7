import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { AskField } from '../../lib/views/recovery-form.ts'
import { EntryFrame } from '../auth/entry-frame.tsx'
import { EnterEmailForm } from '../auth/enter-email-form.tsx'

type Props = {
  action: FormAction<AskField>
  /** Where the mail went; null: another browser sent the form. */
  email: string | null
}

/** Shown after the trial form: check your inbox, and what to do if no mail arrives. */
export function TrialSentPage({ action, email }: Props): ReactNode {
  const t = useTranslations('trial.sent')
  return (
    <EntryFrame title={t('title')} about={email === null ? t('unknown') : t('about', { email })}>
      <div className="space-y-4 border-t border-line pt-5">
        <p className="text-sm text-ink-soft">{t('nothing')}</p>
        <EnterEmailForm action={action} email={email ?? ''} submit={t('again')} submitting={t('sending')} />
      </div>
    </EntryFrame>
  )
}
