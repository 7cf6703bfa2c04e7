import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SignInField } from '../../lib/views/viewer.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { Notice } from '../ui/notice.tsx'

type Props = {
  action: FormAction<SignInField>
  next: string
  /** The member has just set their password. */
  ready: boolean
  /** Whether to offer a trial; not on domains that customers use. */
  trial: boolean
}

/** Sign-in for team members. */
export function SignInPage({ action, next, ready, trial }: Props): ReactNode {
  const t = useTranslations('signIn')
  return (
    <EntryFrame title={t('title')} foot={t('foot')}>
      {ready && <Notice tone="success">{t('ready')}</Notice>}
      <SignInForm action={action} next={next} />
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <EntryLink href="/forgot-password">{t('forgot.link')}</EntryLink>
        <EntryLink href="/sign-on">{t('company.link')}</EntryLink>
        {trial && (
          <span className="text-ink-soft">
            {t('trial')} <EntryLink href="/trial">{t('tryIt')}</EntryLink>
          </span>
        )}
      </div>
    </EntryFrame>
  )
}
