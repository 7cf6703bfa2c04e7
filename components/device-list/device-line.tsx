import Link from 'next/link'
import type { ReactNode } from 'react'
import type { DeviceRow } from '../../lib/views/device.ts'
import { macInPairs, registeredWord, registers, typeWord } from '../device/words.ts'
import { Badge } from '../ui/badge.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

/** One device of the list. On a phone what has no column stands under its name. */
export function DeviceLine({ device }: { device: DeviceRow }): ReactNode {
  const { name, owner, enabled, registered } = device
  const model = device.model ?? ''
  const mac = macInPairs(device.macAddress)
  const type = typeWord(device.type)
  const under = [owner, model || type, mac].filter(Boolean).join(' · ')
  return (
    <tr className="relative border-t border-line hover:bg-hover has-focus-visible:bg-hover">
      <td className="px-4 py-1.5">
        <span className="flex items-center gap-2">
          <Link
            href={`/devices/${device.id}`}
            prefetch={false}
            className="truncate py-0.5 font-medium after:absolute after:inset-0"
          >
            {name}
          </Link>
          {!enabled && <Badge tone="warn">Disabled</Badge>}
        </span>
        <span className="block text-xs text-ink-faint md:hidden">{under}</span>
      </td>
      <td className="px-4 py-1.5">
        {registers(device.type) ? (
          <StatusDot on={registered}>{registeredWord(registered)}</StatusDot>
        ) : (
          <span className="text-ink-faint">Forwards</span>
        )}
      </td>
      <td className="truncate px-4 py-1.5 text-ink-soft max-md:hidden">{owner}</td>
      <td className="truncate px-4 py-1.5 text-ink-soft max-md:hidden">{model}</td>
      <td className="figures truncate px-4 py-1.5 text-ink-soft max-md:hidden">{mac}</td>
      <td className="truncate px-4 py-1.5 text-ink-faint max-lg:hidden">{type}</td>
    </tr>
  )
}
