import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DevicePageData } from '../../lib/views/device.ts'
import { readableText } from '../../lib/views/unsupported.ts'
import { Copyable } from '../ui/copyable.tsx'
import { Facts } from '../ui/facts.tsx'
import { LocalTime, timeOf } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { DeviceStateLabel } from './device-state-label.tsx'

/** Whether calls reach a device, why not, and what it reported when it last registered. */
export function DeviceStatusPanel(page: DevicePageData): ReactNode {
  const t = useTranslations('devices.overview')
  const { header, registration } = page
  const advice = useAdvice(page)
  const expired = registration?.expired === true
  return (
    <Panel title={t('status')} className="space-y-3">
      <p className="text-sm font-medium">
        <DeviceStateLabel state={header.state} />
      </p>
      {advice !== null && <p className="text-sm text-ink-soft">{advice}</p>}
      {registration !== null && (
        <Facts
          facts={[
            {
              name: t(expired ? 'lastAddress' : 'address'),
              value: registration.address && (
                <Copyable text={registration.address} label={t('copy', { label: t('address') })} />
              ),
            },
            { name: t('agent'), value: registration.userAgent },
            { name: t('registeredAt'), value: instant(registration.registeredAt) },
            { name: t('expiresAt'), value: expired ? null : instant(registration.expiresAt) },
          ]}
        />
      )}
    </Panel>
  )
}

function instant(at: string | null): ReactNode {
  return at && <LocalTime at={at} />
}

/** Why a device is not online, or how calls reach one that does not register. */
function useAdvice({ header: { state }, device, byIp, registration }: DevicePageData): ReactNode {
  const t = useTranslations('devices.overview')
  const { sipUsername, forwardEnabled, forwardNumber } = device.text
  if (state === 'online') return null
  if (state === 'disabled' || state === 'unknown') return t(state)
  if (state === 'forwarding') {
    const number = forwardEnabled === '' ? '' : readableText(forwardNumber)
    return number === '' ? t('noNumber') : t('number', { number })
  }
  if (state === 'notRegistering') {
    if (byIp) return t('byIp')
    return t(sipUsername === '' && device.type !== 'sip_uri' ? 'noUsername' : 'byAddress')
  }
  if (registration?.expired && registration.expiresAt !== null)
    return t.rich('expired', { at: timeOf(registration.expiresAt) })
  return t(device.held.sipPassword ? 'offline' : 'noPassword')
}
