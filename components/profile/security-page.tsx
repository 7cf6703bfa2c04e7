import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { Factors, SecurityFlash } from '../../lib/views/member.ts'
import type { PasswordField } from '../../lib/views/profile-form.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { AuthenticatorPanel } from './authenticator-panel.tsx'
import { PasskeysPanel } from './passkeys-panel.tsx'
import { MemberPasswordForm } from './member-password-form.tsx'
import { ProfileFrame } from './profile-frame.tsx'

type Props = {
  email: string
  factors: Factors
  done: SecurityFlash | null
  actions: {
    changePassword: FormAction<PasswordField>
    beginTotp: FormAction<never>
    endTotp: FormAction<never>
    removePasskey: FormAction<'passkey'>
  }
}

/** The member's password, second factors and recovery codes. */
export function SecurityPage({ email, factors, done, actions }: Props): ReactNode {
  const t = useTranslations('members.security')
  const { totp, passkeys, recoveryCodesLeft } = factors
  return (
    <ProfileFrame tab="security" done={done && t(`done.${done}`)}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t('password.title')} className="space-y-4">
          <p className="text-sm text-ink-soft">{t('password.about')}</p>
          <MemberPasswordForm action={actions.changePassword} email={email} />
        </Panel>
        <div className="min-w-0 space-y-5">
          <AuthenticatorPanel
            on={totp}
            alone={passkeys.length === 0}
            begin={actions.beginTotp}
            end={actions.endTotp}
          />
          <PasskeysPanel passkeys={passkeys} alone={!totp} remove={actions.removePasskey} />
          {(totp || passkeys.length > 0) && (
            <Panel title={t('codes.title')} className="space-y-3 text-sm">
              <p className="text-ink-soft">{t('codes.about')}</p>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p className="font-medium">{t('codes.left', { count: recoveryCodesLeft })}</p>
                <LinkButton href="/profile/security/codes">{t('codes.renew')}</LinkButton>
              </div>
            </Panel>
          )}
        </div>
      </div>
    </ProfileFrame>
  )
}
