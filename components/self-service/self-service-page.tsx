import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationRow } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { SelfServiceFlash, SelfServicePageData } from '../../lib/views/self-service.ts'
import type { PasswordField } from '../../lib/views/profile-form.ts'
import type { ForwardField } from '../../lib/views/user-fields.ts'
import type { OwnBoxField } from '../../lib/views/voicemail-fields.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Panel } from '../ui/panel.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { ImpersonationNotice } from './impersonation-notice.tsx'
import { OwnVoicemailForm } from './own-voicemail-form.tsx'
import { OwnDevices } from './own-devices.tsx'
import { OwnForwardForm } from './own-forward-form.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'

type Props = {
  page: SelfServicePageData
  /** The current impersonations of this user. */
  impersonations: readonly ImpersonationRow[]
  may: readonly Verb[]
  impersonating: boolean
  done: SelfServiceFlash | null
  actions: {
    forward: FormAction<ForwardField>
    box: FormAction<OwnBoxField>
    password: FormAction<PasswordField>
    endImpersonation: FormAction<'impersonation'>
  }
}

/** The user's own call forwarding, voicemail, devices and password. */
export function SelfServicePage({
  page,
  impersonations,
  may,
  impersonating,
  done,
  actions,
}: Props): ReactNode {
  const t = useTranslations('selfService')
  const { name, username, devices, boxes, unopenable } = page
  return (
    <>
      <PageHeader title={name} of="user" about={t('about')} />
      <FlashMessage title={done === 'password' ? t('password.done') : null} />
      {impersonations.map((impersonation) => (
        <ImpersonationNotice
          key={impersonation.id}
          impersonation={impersonation}
          end={actions.endImpersonation}
        />
      ))}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-5">
          <Panel title={t('forward.title')} hint={t('forward.hint')}>
            <OwnForwardForm
              forward={page.forward}
              action={actions.forward}
              editable={may.includes('selfService.forward')}
            />
          </Panel>
          {boxes.map((box) => (
            <Panel
              key={box.id}
              title={t('box.title', { mailbox: box.mailbox })}
              hint={t('box.messages', { count: box.messages })}
            >
              <OwnVoicemailForm
                box={box}
                action={actions.box}
                editable={may.includes('selfService.voicemail')}
                impersonating={impersonating}
              />
            </Panel>
          ))}
          <UnopenableNotice of="vmbox" unopenable={unopenable.boxes} />
        </div>
        <div className="min-w-0 space-y-5">
          <OwnDevices devices={devices} unopenable={unopenable.devices} />
          {may.includes('selfService.password') && (
            <Panel title={t('password.title')} className="space-y-4">
              <p className="text-sm text-ink-soft">{t('password.about')}</p>
              <OwnPasswordForm action={actions.password} username={username} />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
