import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserBox, UserDevice } from '../../lib/views/user.ts'
import { useTypeLabel } from '../devices/device-labels.ts'
import { Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { user: string; devices: readonly UserDevice[] | null; boxes: readonly UserBox[] | null }

const LINK = 'font-medium break-words underline-offset-2 hover:underline'

/** What somebody has: devices, those among them where they only sit, and voicemail boxes. */
export function OwnedResourcesPanels({ user, devices, boxes }: Props): ReactNode {
  const words = useTranslations('users.page')
  const typeLabel = useTypeLabel()
  return (
    <div className="space-y-5">
      <Panel title={words('devices')}>
        {devices === null && <p className="text-sm text-ink-soft">{words('devicesUnknown')}</p>}
        {devices?.length === 0 && <p className="text-sm text-ink-soft">{words('noDevices')}</p>}
        <ul className="space-y-2 text-sm">
          {devices?.map(({ id, name, type, enabled, own }) => (
            <li key={id}>
              <Link href={`/devices/${id}`} prefetch={false} className={LINK}>
                {name}
              </Link>
              <span className="block text-xs text-ink-faint">
                {[typeLabel(type), !own && words('sitting'), !enabled && words('deviceOff')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words('boxes')}>
        {boxes === null && <p className="text-sm text-ink-soft">{words('boxesUnknown')}</p>}
        {boxes?.length === 0 && <p className="text-sm text-ink-soft">{words('noBoxes')}</p>}
        <ul className="space-y-2 text-sm">
          {boxes?.map(({ id, name, mailbox, messages }) => (
            <li key={id}>
              <Link href={`/users/${user}/voicemail/${id}`} prefetch={false} className={LINK}>
                {name}
              </Link>
              <span className="block text-xs text-ink-faint">
                <span className="monospace">{mailbox}</span> · {words('messages', { count: messages })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
