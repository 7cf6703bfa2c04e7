import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { useInstant } from './local-time.tsx'

/** The time of day of an instant (ISO 8601), where its day stands beside it; its title has both. */
export function TimeOfDay({ at }: { at: string }): ReactNode {
  const [format, instant] = [useFormatter(), useInstant()]
  return (
    <time dateTime={at} title={instant(at)} className="tabular-nums">
      {format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
    </time>
  )
}
