import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceFlash, DevicePageData } from '../../lib/views/device.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import { readableText } from '../../lib/views/unsupported.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { NameLabel } from '../shell/name-label.tsx'
import { Copyable } from '../ui/copyable.tsx'
import { Facts } from '../ui/facts.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'
import { DeviceStatusPanel } from './device-status-panel.tsx'
import { useForwardingSentence } from './forwarding-sentence.ts'

type Props = DevicePageData & {
  viewer: ViewerBadge
  done?: DeviceFlash | null
  /** The latest events. */
  history: ReactNode
}

/** A device at a glance: whether calls reach it, what it is, and what was changed last. */
export function DeviceOverview({ viewer, done = null, history, ...page }: Props): ReactNode {
  const t = useTranslations('devices')
  const forwarding = useForwardingSentence()(page.device.text)
  return (
    <>
      <FlashMessage
        title={done && t(`flash.${done}`)}
        next={done && { label: t('page.another'), href: `/accounts/${page.device.account}/devices/new` }}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <DeviceStatusPanel {...page} />
        <DetailsPanel page={page} linksOwner={viewer.may.includes('user.read')} />
        {forwarding !== null && page.header.state !== 'forwarding' && (
          <Panel title={t('overview.forwarding.title')}>
            <p className="text-sm">{forwarding}</p>
          </Panel>
        )}
        {history !== null && <div className="lg:col-span-2">{history}</div>}
      </div>
    </>
  )
}

function DetailsPanel({ page, linksOwner }: { page: DevicePageData; linksOwner: boolean }): ReactNode {
  const t = useTranslations()
  const { device, owner, owners, model, realm, header } = page
  const copied = (text: string, label: string) =>
    text && <Copyable text={text} label={t('devices.overview.copy', { label })} />
  const [macLabel, usernameLabel, realmLabel] = [
    t('devices.list.macAddress'),
    t('devices.form.sip.username'),
    t('accounts.summary.realm'),
  ]
  const username = readableText(device.text.sipUsername)
  return (
    <Panel title={t('devices.overview.details')}>
      <Facts
        facts={[
          { name: t('devices.list.model'), value: model },
          {
            name: t('devices.list.owner'),
            value:
              owners === null ? t('devices.list.ownersUnknown') : <OwnerName {...{ owner, linksOwner }} />,
          },
          {
            name: t('users.list.extension'),
            value: owner?.extension || readableText(device.text.presenceId),
          },
          { name: macLabel, value: copied(macInPairs(header.macAddress), macLabel) },
          { name: usernameLabel, value: copied(username, usernameLabel) },
          { name: realmLabel, value: username && copied(realm, realmLabel) },
        ]}
      />
    </Panel>
  )
}

function OwnerName({ owner, linksOwner }: { owner: DevicePageData['owner']; linksOwner: boolean }) {
  const t = useTranslations('devices.form')
  if (owner === null) return t('nobody')
  if (owner.name === null) return t('gone')
  const name = <NameLabel of="user" name={owner.name} />
  return linksOwner ? (
    <Link href={`/users/${owner.id}`} className="underline underline-offset-2">
      {name}
    </Link>
  ) : (
    name
  )
}
