import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SignInField } from '../../lib/views/viewer.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { ForgotPasswordLink } from './forgot-password-link.tsx'
import { OrDivider } from './or-divider.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { buttonClass } from '../ui/button-class.ts'
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
    <EntryFrame
      title={t('title')}
      foot={
        <div className="space-y-3">
          {trial && (
            <p className="text-sm text-ink-soft">
              {t('trial')} <EntryLink href="/trial">{t('tryIt')}</EntryLink>
            </p>
          )}
          <p>{t('foot')}</p>
        </div>
      }
    >
      {ready && <Notice tone="success">{t('ready')}</Notice>}
      <SignInForm
        action={action}
        next={next}
        forgot={<ForgotPasswordLink href="/forgot-password">{t('forgot.link')}</ForgotPasswordLink>}
      />
      <OrDivider />
      <a href="/sign-on" className={buttonClass('plain', 'w-full')}>
        {t('company.link')}
      </a>
    </EntryFrame>
  )
}
