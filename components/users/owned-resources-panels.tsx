import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UnopenableResources, UserBox, UserDevice } from '../../lib/views/user.ts'
import { useTypeLabel } from '../devices/device-labels.ts'
import { Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { NameLabel } from '../shell/name-label.tsx'

type Props = {
  user: string
  devices: readonly UserDevice[] | null
  boxes: readonly UserBox[] | null
  unopenable: UnopenableResources
}

const LINK = 'font-medium break-words underline-offset-2 hover:underline'

/** The devices a user owns or is hotdesked at, and their voicemail boxes. */
export function OwnedResourcesPanels({ user, devices, boxes, unopenable }: Props): ReactNode {
  const t = useTranslations('users.page')
  const typeLabel = useTypeLabel()
  return (
    <div className="space-y-5">
      <Panel title={t('devices')}>
        {devices === null && <p className="text-sm text-ink-soft">{t('devicesUnknown')}</p>}
        {devices?.length === 0 && unopenable.devices.count === 0 && (
          <p className="text-sm text-ink-soft">{t('noDevices')}</p>
        )}
        <ul className="space-y-2 text-sm">
          {devices?.map(({ id, name, type, enabled, own }) => (
            <li key={id}>
              <Link href={`/devices/${id}`} className={LINK}>
                <NameLabel of="device" name={name} />
              </Link>
              <span className="block text-xs text-ink-faint">
                {[typeLabel(type), !own && t('sitting'), !enabled && t('deviceOff')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        <UnopenableNotice of="device" unopenable={unopenable.devices} />
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
