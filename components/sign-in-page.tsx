import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FormAction } from '../lib/views/form.ts'
import type { SignInField } from '../lib/views/viewer.ts'
import { EntryFrame } from './entry-frame.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { Notice } from './ui/notice.tsx'

type Props = {
  action: FormAction<SignInField>
  next: string
  /** They have just set their password. */
  ready: boolean
  /** Whether one can begin a trial here: nobody's customers are told. */
  trial: boolean
}

/** The way in for members. */
export function SignInPage({ action, next, ready, trial }: Props): ReactNode {
  const t = useTranslations('signIn')
  const link = 'text-accent-ink underline underline-offset-2'
  return (
    <EntryFrame title={t('title')} foot={t('foot')}>
      {ready && <Notice tone="success">{t('ready')}</Notice>}
      <SignInForm action={action} next={next} />
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <Link href="/forgot-password" prefetch={false} className={link}>
          {t('forgot.link')}
        </Link>
        <Link href="/sign-on" prefetch={false} className={link}>
          {t('company.link')}
        </Link>
        {trial && (
          <span className="text-ink-soft">
            {t('trial')}{' '}
            <Link href="/trial" prefetch={false} className={link}>
              {t('tryIt')}
            </Link>
          </span>
        )}
      </div>
    </EntryFrame>
  )
}
