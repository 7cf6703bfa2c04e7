import { useFormatter, useTimeZone } from 'next-intl'
import type { ReactNode } from 'react'

const STYLE = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

/**
 * Formats an instant (ISO 8601) in the reader's language and zone. UTC, the zone until theirs is known, is
 * named.
 */
export function useInstant(): (at: string) => string {
  const format = useFormatter()
  const zone = useTimeZone() === 'UTC' ? ({ timeZoneName: 'short' } as const) : {}
  return (at) => format.dateTime(new Date(at), { ...STYLE, ...zone })
}

/**
 * An instant. The server knows language and zone (`lib/web/i18n-request.ts`), so its HTML matches the
 * browser's.
 */
export function LocalTime({ at }: { at: string }): ReactNode {
  const instant = useInstant()
  return (
    <time dateTime={at} className="tabular-nums">
      {instant(at)}
    </time>
  )
}

/** An instant for a placeholder tag of a rich message: `t.rich(key, { at: timeOf(instant) })`. */
export const timeOf = (at: string) => (): ReactNode => <LocalTime at={at} />
