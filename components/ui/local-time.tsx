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
 * An instant (ISO 8601) in the reader's language and zone. The server knows both (`lib/web/i18n-request.ts`), so that its HTML says what the browser
 * would; UTC, which it takes until it knows better, is named.
 */
export function LocalTime({ at }: { at: string }): ReactNode {
  const format = useFormatter()
  const zone = useTimeZone() === 'UTC' ? ({ timeZoneName: 'short' } as const) : {}
  return (
    <time dateTime={at} className="count">
      {format.dateTime(new Date(at), { ...STYLE, ...zone })}
    </time>
  )
}
