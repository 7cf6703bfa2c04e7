import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isBlank } from '../../lib/views/text-rules.ts'
import type { UserHeader, UserPageData } from '../../lib/views/user.ts'
import { useTypeLabel } from '../devices/device-labels.ts'
import { DeviceStateLabel } from '../devices/device-state-label.tsx'
import { NameLabel } from '../shell/name-label.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = Pick<UserPageData, 'devices' | 'boxes' | 'unopenable'> & {
  header: UserHeader
  addsDevices: boolean
}

const LINK = 'font-medium break-words underline-offset-2 hover:underline'

/** The devices a user owns or is hotdesked at, and their voicemail boxes. */
export function OwnedResourcesPanels({ header, addsDevices, devices, boxes, unopenable }: Props): ReactNode {
  const t = useTranslations('users.page')
  const typeLabel = useTypeLabel()
  const { id: user, account, name: owner } = header
  const add = (
    <LinkButton href={`/accounts/${account}/devices/new?owner=${user}`} size="small">
      <Plus aria-hidden="true" />
      {t('addDevice')}
    </LinkButton>
  )
  return (
    <div className="min-w-0 space-y-5">
      <Panel title={t('devices')} aside={addsDevices && add} className="space-y-3">
        {devices === null && <p className="text-sm text-ink-soft">{t('devicesUnknown')}</p>}
        {devices?.length === 0 && unopenable.devices.count === 0 && (
          <p className="text-sm text-ink-soft">{t('noDevices')}</p>
        )}
        {devices !== null && devices.length > 0 && (
          <ul className="space-y-2 text-sm">
            {devices.map(({ id, name, type, state, own }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="min-w-0">
                  <Link href={`/devices/${id}`} className={LINK}>
                    <NameLabel of="device" name={name} />
                  </Link>
                  <span className="block text-xs text-ink-faint">
                    {[typeLabel(type), !own && t('sitting')].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <DeviceStateLabel state={state} />
              </li>
            ))}
          </ul>
        )}
        <UnopenableNotice of="device" unopenable={unopenable.devices} />
        {devices !== null && devices.length > 0 && !isBlank(owner) && (
          <p className="text-sm">
            <Link
              href={`/accounts/${account}?q=${encodeURIComponent(owner)}`}
              className="underline underline-offset-2"
            >
              {t('inList')}
            </Link>
          </p>
        )}
      </Panel>
      <Panel title={t('boxes')}>
        {boxes === null && <p className="text-sm text-ink-soft">{t('boxesUnknown')}</p>}
        {boxes?.length === 0 && unopenable.boxes.count === 0 && (
          <p className="text-sm text-ink-soft">{t('noBoxes')}</p>
        )}
        <ul className="space-y-2 text-sm">
          {boxes?.map(({ id, name, mailbox, messages }) => (
            <li key={id}>
              <Link href={`/users/${user}/voicemail/${id}`} className={LINK}>
                <NameLabel of="vmbox" name={name} />
              </Link>
              <span className="block text-xs text-ink-faint">
                <span className="monospace">{mailbox}</span> · {t('messages', { count: messages })}
              </span>
            </li>
          ))}
        </ul>
        <UnopenableNotice of="vmbox" unopenable={unopenable.boxes} />
      </Panel>
    </div>
  )
}
