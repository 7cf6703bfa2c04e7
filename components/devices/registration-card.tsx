import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Registration } from '../../lib/views/device.ts'
import type { DeviceState } from '../../lib/views/device-state.ts'
import { DeviceStateLabel } from './device-state-label.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { state: DeviceState; registration: Registration | null; model: string | null }

/** The state of a device's registration, and what it reported when it last registered. */
export function RegistrationCard({ state, registration, model }: Props): ReactNode {
  const t = useTranslations('devices.registration')
  const candidates: (Fact | null)[] = [
    model === null ? null : { name: t('model'), value: model },
    registration && { name: t('agent'), value: registration.userAgent },
    registration && {
      name: t('address'),
      value: <span className="monospace">{registration.address}</span>,
    },
    registration?.expiresAt == null
      ? null
      : { name: t('validUntil'), value: <LocalTime at={registration.expiresAt} /> },
  ]
  const facts = candidates.filter((fact) => fact !== null)

  return (
    <Panel title={t('title')} className="space-y-3">
      <p className="text-sm font-medium">
        <DeviceStateLabel state={state} />
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
      {(state === 'offline' || state === 'unknown') && (
        <p className="text-sm text-ink-soft">{t(state === 'unknown' ? 'adviceUnknown' : 'adviceOff')}</p>
      )}
    </Panel>
  )
}
