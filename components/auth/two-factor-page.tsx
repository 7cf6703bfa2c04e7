import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { TwoFactor } from '../../lib/views/member.ts'
import type { CodeField, PasskeyField } from '../../lib/views/two-factor-form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { EntryLink } from './entry-link.tsx'
import { OrDivider } from './or-divider.tsx'
import { TwoFactorCodeForm } from './two-factor-code-form.tsx'
import { TwoFactorPasskeyForm, type PasskeyOptions } from './two-factor-passkey-form.tsx'

type Props = {
  step: TwoFactor
  /** Which kind of code to ask for. */
  by: 'app' | 'recovery'
  next: string
  actions: {
    code: FormAction<CodeField>
    passkey: FormAction<PasskeyField>
    options: PasskeyOptions
  }
}

/** The second factor after the password: a passkey, a code of the authenticator app, or a recovery code. */
export function TwoFactorPage({ step, by, next, actions }: Props): ReactNode {
  const t = useTranslations('signIn.second')
  const nextQuery = `next=${encodeURIComponent(next)}`
  const passkey = { action: actions.passkey, options: actions.options, next }
  const about = by === 'app' ? 'aboutApp' : step.passkey && !step.app ? 'aboutPasskey' : 'aboutRecovery'
  return (
    <EntryFrame title={t('title')} about={t(about)}>
      {step.passkey && !step.app && (
        <>
          <TwoFactorPasskeyForm {...passkey} weight="primary" />
          <OrDivider className="js-only" />
        </>
      )}
      <TwoFactorCodeForm key={by} action={actions.code} by={by} next={next} />
      {step.passkey && step.app && (
        <>
          <OrDivider className="js-only" />
          <TwoFactorPasskeyForm {...passkey} weight="plain" />
        </>
      )}
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        {by === 'app' && (
          <EntryLink href={`/sign-in/second?by=recovery&${nextQuery}`}>{t('toRecovery')}</EntryLink>
        )}
        {by === 'recovery' && step.app && (
          <EntryLink href={`/sign-in/second?${nextQuery}`}>{t('toApp')}</EntryLink>
        )}
        <EntryLink href={`/sign-in?${nextQuery}`}>{t('over')}</EntryLink>
      </div>
    </EntryFrame>
  )
}
