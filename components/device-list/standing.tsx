import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import { registers } from '../device/words.ts'
import { Badge } from '../ui/badge.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

/** Whether a device is there to be called. */
export function Standing({ device: { enabled, registered, type } }: { device: DeviceRow }): ReactNode {
  const words = useTranslations('devices.list')
  if (!enabled) return <Badge tone="warn">{words('disabled')}</Badge>
  if (!registers(type)) return <span className="text-ink-faint">{words('forwards')}</span>
  const state = registered === null ? 'unknown' : registered ? 'registered' : 'offline'
  return <StatusDot on={registered}>{words(state)}</StatusDot>
}
