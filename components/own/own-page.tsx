import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingRow } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { OwnDeed, OwnPlace } from '../../lib/views/own.ts'
import type { ForwardField, OwnBoxField } from '../../lib/views/own-form.ts'
import type { PasswordField } from '../../lib/views/profile-form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../page-header.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ActingNotice } from './acting-notice.tsx'
import { OwnBoxForm } from './box-form.tsx'
import { OwnDevices } from './own-devices.tsx'
import { ForwardForm } from './forward-form.tsx'
import { OwnPasswordForm } from './password-form.tsx'

type Props = {
  place: OwnPlace
  /** Who works with one's own eyes now. */
  actings: readonly ActingRow[]
  may: readonly Verb[]
  impersonating: boolean
  done: OwnDeed | null
  actions: {
    forward: FormAction<ForwardField>
    box: FormAction<OwnBoxField>
    password: FormAction<PasswordField>
    endActing: FormAction<'acting'>
  }
}

/** One's own phone: where calls go, devices, voicemail, password. */
export function OwnPage({ place, actings, may, impersonating, done, actions }: Props): ReactNode {
  const t = useTranslations('own')
  const { name, username, devices, boxes } = place
  return (
    <>
      <PageHeader title={name} about={t('about')} />
      <output className="block empty:hidden">
        {done === 'password' && <Notice tone="success" title={t('password.done')} />}
      </output>
      {actings.map((acting) => (
        <ActingNotice key={acting.id} acting={acting} end={actions.endActing} />
      ))}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-5">
          <Panel title={t('forward.title')} hint={t('forward.hint')}>
            <ForwardForm place={place} action={actions.forward} editable={may.includes('own.forward')} />
          </Panel>
          {boxes.map((box) => (
            <Panel
              key={box.id}
              title={t('box.title', { mailbox: box.mailbox })}
              hint={t('box.messages', { count: box.messages })}
            >
              <OwnBoxForm
                box={box}
                action={actions.box}
                editable={may.includes('own.voicemail')}
                impersonating={impersonating}
              />
            </Panel>
          ))}
        </div>
        <div className="min-w-0 space-y-5">
          <OwnDevices devices={devices} />
          {may.includes('own.password') && (
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
