import { useFormatter, useTimeZone } from 'next-intl'
import type { ReactNode } from 'react'
import { RelativeTime } from './relative-time.tsx'

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

type Props = {
  at: string
  /** Where the minute matters, and within a sentence: never "5 minutes ago". */
  exact?: boolean
}

/**
 * An instant: relative to now where it is near, with the exact one and its zone as tooltip. Language and zone
 * come with the request (`lib/web/i18n-request.ts`), so the server's HTML matches the browser's.
 */
export function LocalTime({ at, exact = false }: Props): ReactNode {
  const format = useFormatter()
  const instant = useInstant()
  if (!exact) {
    const title = format.dateTime(new Date(at), { ...STYLE, second: '2-digit', timeZoneName: 'short' })
    return <RelativeTime at={at} instant={instant(at)} title={title} />
  }
  return (
    <time dateTime={at} className="tabular-nums">
      {instant(at)}
    </time>
  )
}

/** An instant for a placeholder tag of a rich message: `t.rich(key, { at: timeOf(instant) })`. */
export const timeOf = (at: string) => (): ReactNode => <LocalTime at={at} exact />
