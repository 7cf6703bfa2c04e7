import Link from 'next/link'
import type { ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import { macInPairs, registeredWord, registers, typeWord } from '../device/words.ts'
import { Badge } from '../ui/badge.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

/** One device of the list. On a phone what has no column stands under its name. */
export function DeviceLine({ device }: { device: DeviceRow }): ReactNode {
  const { name, owner } = device
  const model = device.model ?? ''
  const mac = macInPairs(device.macAddress)
  const type = typeWord(device.type)
  const under = [owner, model || type, mac].filter(Boolean).join(' · ')
  return (
    <tr className="relative border-t border-line hover:bg-hover has-focus-visible:bg-hover">
      <td className="px-4 py-1.5">
        <Link
          href={`/devices/${device.id}`}
          prefetch={false}
          className="block py-0.5 font-medium break-words after:absolute after:inset-0 md:truncate"
        >
          {name}
        </Link>
        <span className="block text-xs text-ink-faint md:hidden">{under}</span>
      </td>
      <td className="px-4 py-1.5">
        <Standing device={device} />
      </td>
      <td className="truncate px-4 py-1.5 text-ink-soft max-md:hidden">{owner}</td>
      <td className="truncate px-4 py-1.5 text-ink-soft max-md:hidden">{model}</td>
      <td className="figures truncate px-4 py-1.5 text-ink-soft max-md:hidden">{mac}</td>
      <td className="truncate px-4 py-1.5 text-ink-faint max-lg:hidden">{type}</td>
    </tr>
  )
}

function Standing({ device: { enabled, registered, type } }: { device: DeviceRow }): ReactNode {
  if (!enabled) return <Badge tone="warn">Disabled</Badge>
  if (!registers(type)) return <span className="text-ink-faint">Forwards</span>
  return <StatusDot on={registered}>{registeredWord(registered)}</StatusDot>
}
