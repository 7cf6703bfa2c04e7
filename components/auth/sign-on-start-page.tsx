import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { AskField } from '../../lib/views/recovery-form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { EnterEmailForm } from './enter-email-form.tsx'
import { Notice } from '../ui/notice.tsx'

type Props = {
  action: FormAction<AskField>
  /** The identity provider has just refused the sign-in. */
  failed: boolean
  /** Where team members sign in by password. */
  entry: '/sign-in' | '/sign-in/team'
}

/** Single sign-on for team members whose company has an identity provider. */
export function SignOnStartPage({ action, failed, entry }: Props): ReactNode {
  const t = useTranslations()
  const back = <EntryLink href={entry}>{t('signIn.company.back')}</EntryLink>
  return (
    <EntryFrame title={t('signIn.company.title')} about={t('signIn.company.about')} foot={back}>
      {failed && <Notice tone="error" title={t('messages.signOn.failed')} />}
      {/* A form may not redirect to another host (form-action); only a script can. */}
      <noscript>
        <Notice tone="warning" title={t('signIn.company.script')} />
      </noscript>
      <EnterEmailForm
        action={action}
        submit={t('signIn.company.submit')}
        submitting={t('signIn.company.submitting')}
      />
    </EntryFrame>
  )
}
