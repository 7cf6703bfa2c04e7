import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SessionRow } from '../../lib/views/member.ts'
import { Notice } from '../ui/notice.tsx'
import { SecurityTaskPage } from './security-task-page.tsx'
import { NewPasskeyForm, type PasskeyActions } from './new-passkey-form.tsx'
import type { CodesOwner } from './recovery-codes.tsx'

type Props = { actions: PasskeyActions; owner: CodesOwner; device: SessionRow['device'] | null }

/** Adds a passkey, which needs script. */
export function NewPasskeyPage({ actions, owner, device }: Props): ReactNode {
  const t = useTranslations('members.security')
  const { browser = null, system = null } = device ?? {}
  const suggested =
    browser !== null && system !== null
      ? t('newPasskey.suggested', { browser, system })
      : (browser ?? system ?? '')
  return (
    <SecurityTaskPage title={t('newPasskey.title')} about={t('newPasskey.about')}>
      <div className="js-only">
        <NewPasskeyForm actions={actions} owner={owner} suggested={suggested} />
      </div>
      <noscript>
        <Notice tone="info" title={t('passkeys.script')} />
      </noscript>
    </SecurityTaskPage>
  )
}
