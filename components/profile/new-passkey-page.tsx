import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SessionRow } from '../../lib/views/member.ts'
import { Notice } from '../ui/notice.tsx'
import { OwnTask } from './own-task.tsx'
import { PasskeyForm, type PasskeyActions } from './new-passkey-form.tsx'
import type { Whose } from './recovery-codes.tsx'

type Props = { actions: PasskeyActions; whose: Whose; device: SessionRow['device'] | null }

/** Makes a passkey; only a script can ask the browser for one. */
export function NewPasskeyPage({ actions, whose, device }: Props): ReactNode {
  const t = useTranslations('members.security')
  const { browser = null, system = null } = device ?? {}
  const suggested =
    browser !== null && system !== null
      ? t('newPasskey.suggested', { browser, system })
      : (browser ?? system ?? '')
  return (
    <OwnTask title={t('newPasskey.title')} about={t('newPasskey.about')} back={t('setup.back')}>
      <div className="scripted">
        <PasskeyForm actions={actions} whose={whose} suggested={suggested} />
      </div>
      <noscript>
        <Notice tone="info" title={t('passkeys.script')} />
      </noscript>
    </OwnTask>
  )
}
