import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { TotpSetup } from '../../lib/views/member.ts'
import type { CodeField } from '../../lib/views/profile-form.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { AuthenticatorCodeForm } from './authenticator-code-form.tsx'
import { SecurityTaskPage } from './security-task-page.tsx'
import { QrCode } from './qr-code.tsx'

type Props = {
  /** Null if none is being set up. */
  setup: TotpSetup | null
  action: FormAction<CodeField>
  owner: { email: string; host: string }
}

/**
 * Sets up an authenticator app: its secret as QR code and text, and a field for the first code. Afterwards
 * the form shows the recovery codes.
 */
export function AuthenticatorSetupPage({ setup, action, owner }: Props): ReactNode {
  const t = useTranslations('members.security.setup')
  return (
    <SecurityTaskPage title={t('title')} about={t('about')} wide>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-[14rem_minmax(0,1fr)] sm:has-[[data-shown-once]]:grid-cols-1">
        {setup !== null && <SetupDetails setup={setup} />}
        <AuthenticatorCodeForm action={action} owner={owner} begun={setup !== null} />
      </div>
    </SecurityTaskPage>
  )
}

function SetupDetails({ setup: { uri, text } }: { setup: TotpSetup }): ReactNode {
  const t = useTranslations('members.security.setup')
  return (
    <div className="space-y-3 text-sm">
      <figure className="space-y-2">
        <figcaption className="font-medium">{t('scan')}</figcaption>
        <QrCode text={uri} />
      </figure>
      <p className="text-ink-soft">
        {t('here')}{' '}
        <a href={uri} className="text-accent-ink underline underline-offset-2">
          {t('open')}
        </a>
      </p>
      <div>
        <p className="text-ink-soft">{t('type')}</p>
        <p className="flex items-start gap-1">
          <code className="monospace min-w-0 select-all">{text}</code>
          <CopyButton text={text.replaceAll(' ', '')} label={t('copy')} />
        </p>
      </div>
    </div>
  )
}
