import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MailDomainField, SignOnFlash, SignOnField, SignOnState } from '../../lib/views/sign-on.ts'
import { SettingsCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Panel } from '../ui/panel.tsx'
import { MailDomainsPanel } from './mail-domains-panel.tsx'
import { IdentityProviderForm } from './identity-provider-form.tsx'
import { SignOnStatusPanel } from './sign-on-status-panel.tsx'

type Props = {
  state: SignOnState
  done: SignOnFlash | null
  actions: {
    set: FormAction<SignOnField>
    test: FormAction<'required'>
    require: FormAction<'required'>
    remove: FormAction<'required'>
    vouch: FormAction<'vouches'>
    add: FormAction<MailDomainField>
    check: FormAction<MailDomainField>
    drop: FormAction<MailDomainField>
  }
}

const FAILED: ReadonlySet<SignOnFlash> = new Set(['protocol', 'unverified', 'domain'])
const WAITING: ReadonlySet<SignOnFlash> = new Set(['added', 'unproved'])

function toneOf(flash: SignOnFlash | null): 'error' | 'info' | 'success' {
  if (flash === null) return 'success'
  if (FAILED.has(flash)) return 'error'
  return WAITING.has(flash) ? 'info' : 'success'
}

/** Settings of single sign-on: the identity provider of the team and its mail domains. */
export function SignOnSettingsPage({ state, done, actions }: Props): ReactNode {
  const t = useTranslations('connection.signOn')
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} above={<SettingsCrumb />} />
      <FlashMessage tone={toneOf(done)} title={done && t(`flash.${done}`)} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="space-y-5">
          <SignOnStatusPanel state={state} actions={actions} />
          <Panel title={t('form')}>
            <IdentityProviderForm state={state} action={actions.set} />
          </Panel>
        </div>
        <MailDomainsPanel state={state} actions={actions} />
      </div>
    </>
  )
}
