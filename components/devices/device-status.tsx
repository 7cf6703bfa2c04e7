import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import { registers } from './device-labels.ts'
import { Badge } from '../ui/badge.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

/** Whether a device can be called. */
export function DeviceStatus({ device: { enabled, registered, type } }: { device: DeviceRow }): ReactNode {
  const t = useTranslations('devices.list')
  if (!enabled) return <Badge tone="warn">{t('disabled')}</Badge>
  if (!registers(type)) return <span className="text-ink-faint">{t('forwards')}</span>
  const state = registered === null ? 'unknown' : registered ? 'registered' : 'offline'
  return <StatusDot on={registered}>{t(state)}</StatusDot>
}
