import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Unopenable } from '../../lib/views/list.ts'
import type { OwnDevice } from '../../lib/views/self-service.ts'
import { useTypeLabel } from '../devices/device-labels.ts'
import { DeviceStateLabel } from '../devices/device-state-label.tsx'
import { timeOf } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { NameLabel } from '../shell/name-label.tsx'

type Props = { devices: readonly OwnDevice[]; unopenable: Unopenable }

/** The user's own devices and their states. */
export function OwnDevices({ devices, unopenable }: Props): ReactNode {
  const t = useTranslations('selfService.devices')
  return (
    <Panel title={t('title')}>
      {devices.length === 0 && unopenable.count === 0 && <p className="text-sm text-ink-soft">{t('none')}</p>}
      <ul className="space-y-3 text-sm">
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceItem device={device} />
          </li>
        ))}
      </ul>
      <UnopenableNotice of="device" unopenable={unopenable} />
    </Panel>
  )
}

function DeviceItem({ device }: { device: OwnDevice }): ReactNode {
  const t = useTranslations('selfService.devices')
  const typeLabel = useTypeLabel()
  const { name, type, own, state, model, expiresAt, expired } = device
  const about = [typeLabel(type), model, !own && t('sitting'), state === 'disabled' && t('off')].filter(
    Boolean,
  )
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 font-medium break-words">
          <NameLabel of="device" name={name} />
        </span>
        <DeviceStateLabel state={state} />
      </p>
      <p className="text-xs break-words text-ink-faint">
        {about.join(' · ')}
        {expiresAt !== null && (
          <span className="block">{t.rich(expired ? 'expired' : 'until', { at: timeOf(expiresAt) })}</span>
        )}
      </p>
    </>
  )
}
