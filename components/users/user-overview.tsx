import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { readableText } from '../../lib/views/unsupported.ts'
import type { UserPageData } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { useForwardingSentence } from '../devices/forwarding-sentence.ts'
import { Copyable } from '../ui/copyable.tsx'
import { Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'
import { OwnedResourcesPanels } from './owned-resources-panels.tsx'

type Props = UserPageData & {
  viewer: ViewerBadge
  /** The latest events. */
  history: ReactNode
}

/** A user at a glance: how they are reached, what they own, and what was changed last. */
export function UserOverview({ viewer, history, ...page }: Props): ReactNode {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <div className="min-w-0 space-y-5">
        <DetailsPanel {...page} />
        <CallsPanel user={page.user} />
      </div>
      <OwnedResourcesPanels addsDevices={viewer.may.includes('device.create')} {...page} />
      {history !== null && <div className="lg:col-span-2">{history}</div>}
    </div>
  )
}

function DetailsPanel({ user, inherited }: UserPageData): ReactNode {
  const t = useTranslations('users')
  const text = (name: keyof typeof user.text) => readableText(user.text[name])
  const copied = (value: string, label: string) =>
    value && <Copyable text={value} label={t('overview.copy', { label })} />
  const [emailLabel, usernameLabel] = [t('list.email'), t('create.username')]
  const callerId = [text('externalName'), text('externalNumber')].filter((part) => part !== '').join(' · ')
  const zone = text('timezone') === 'inherit' ? '' : text('timezone')
  const { timezone: above } = inherited
  const inheritedZone = above === '' ? t('overview.fromAccount') : t('overview.inherited', { value: above })
  return (
    <Panel title={t('overview.details')}>
      <Facts
        facts={[
          { name: t('list.extension'), value: text('extension') },
          { name: emailLabel, value: copied(text('email'), emailLabel) },
          { name: usernameLabel, value: copied(user.username, usernameLabel) },
          { name: t('overview.callerId'), value: callerId || t('overview.fromAccount') },
          { name: t('form.timezone'), value: zone || inheritedZone },
          { name: t('form.language'), value: text('language') },
        ]}
      />
    </Panel>
  )
}

function CallsPanel({ user: { text } }: Pick<UserPageData, 'user'>): ReactNode {
  const t = useTranslations('users.overview')
  const forwarding = useForwardingSentence()(text)
  return (
    <Panel title={t('calls')} className="space-y-1 text-sm">
      <p>{forwarding ?? t('ring')}</p>
      {text.doNotDisturb === 'on' && <p>{t('silent')}</p>}
    </Panel>
  )
}
