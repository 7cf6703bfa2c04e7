import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SecondStep } from '../../lib/views/member.ts'
import type { CodeField, PasskeyField } from '../../lib/views/second-step-form.ts'
import { EntryFrame } from '../entry-frame.tsx'
import { CodeForm } from './code-form.tsx'
import { PasskeyForm, type PasskeyOptions } from './passkey-form.tsx'

type Props = {
  step: SecondStep
  /** Which code is asked for. */
  by: 'app' | 'recovery'
  next: string
  actions: {
    code: FormAction<CodeField>
    passkey: FormAction<PasskeyField>
    options: PasskeyOptions
  }
}

/** After the right password: a passkey, a code of the app, or one of those for when both are lost. */
export function SecondStepPage({ step, by, next, actions }: Props): ReactNode {
  const t = useTranslations('signIn.second')
  const link = 'text-accent-ink underline underline-offset-2'
  const here = `next=${encodeURIComponent(next)}`
  const passkey = { action: actions.passkey, options: actions.options, next }
  const about = by === 'app' ? 'aboutApp' : step.passkey && !step.app ? 'aboutPasskey' : 'aboutRecovery'
  return (
    <EntryFrame title={t('title')} about={t(about)}>
      {step.passkey && !step.app && (
        <>
          <PasskeyForm {...passkey} weight="primary" />
          <Or />
        </>
      )}
      <CodeForm key={by} action={actions.code} by={by} next={next} />
      {step.passkey && step.app && (
        <>
          <Or />
          <PasskeyForm {...passkey} weight="plain" />
        </>
      )}
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        {by === 'app' && (
          <Link href={`/sign-in/second?by=recovery&${here}`} className={link}>
            {t('toRecovery')}
          </Link>
        )}
        {by === 'recovery' && step.app && (
          <Link href={`/sign-in/second?${here}`} className={link}>
            {t('toApp')}
          </Link>
        )}
        <Link href={`/sign-in?${here}`} className={link}>
          {t('over')}
        </Link>
      </div>
    </EntryFrame>
  )
}

function Or(): ReactNode {
  const t = useTranslations('signIn.second')
  return (
    <p className="scripted flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t('or')}
    </p>
  )
}
