import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserBox, UserDevice } from '../../lib/views/user.ts'
import { useTypeLabel } from '../devices/device-labels.ts'
import { Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { user: string; devices: readonly UserDevice[] | null; boxes: readonly UserBox[] | null }

const LINK = 'font-medium break-words underline-offset-2 hover:underline'

/** The devices a user owns or is hotdesked at, and their voicemail boxes. */
export function OwnedResourcesPanels({ user, devices, boxes }: Props): ReactNode {
  const t = useTranslations('users.page')
  const typeLabel = useTypeLabel()
  return (
    <div className="space-y-5">
      <Panel title={t('devices')}>
        {devices === null && <p className="text-sm text-ink-soft">{t('devicesUnknown')}</p>}
        {devices?.length === 0 && <p className="text-sm text-ink-soft">{t('noDevices')}</p>}
        <ul className="space-y-2 text-sm">
          {devices?.map(({ id, name, type, enabled, own }) => (
            <li key={id}>
              <Link href={`/devices/${id}`} className={LINK}>
                {name}
              </Link>
              <span className="block text-xs text-ink-faint">
                {[typeLabel(type), !own && t('sitting'), !enabled && t('deviceOff')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('boxes')}>
        {boxes === null && <p className="text-sm text-ink-soft">{t('boxesUnknown')}</p>}
        {boxes?.length === 0 && <p className="text-sm text-ink-soft">{t('noBoxes')}</p>}
        <ul className="space-y-2 text-sm">
          {boxes?.map(({ id, name, mailbox, messages }) => (
            <li key={id}>
              <Link href={`/users/${user}/voicemail/${id}`} className={LINK}>
                {name}
              </Link>
              <span className="block text-xs text-ink-faint">
                <span className="monospace">{mailbox}</span> · {t('messages', { count: messages })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
