import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Registration } from '../../lib/views/device.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

type Props = { registered: boolean | null; registration: Registration | null; model: string | null }

/** The state of a device's registration, and what it reported when it last registered. */
export function RegistrationCard({ registered, registration, model }: Props): ReactNode {
  const t = useTranslations('devices.registration')
  const status = registered === null ? 'unknown' : registered ? 'registered' : 'offline'
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
        <StatusDot on={registered}>{t(status)}</StatusDot>
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
      {registered !== true && (
        <p className="text-sm text-ink-soft">{t(registered === null ? 'adviceUnknown' : 'adviceOff')}</p>
      )}
    </Panel>
  )
}
