'use client'
import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { useClock } from './use-clock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** How long "6 days ago" says more than a date. */
const NEAR_MS = 7 * DAY_MS

type Props = {
  at: string
  /** The instant in words, for one that is not near. */
  instant: string
  /** The exact instant with its zone. */
  title: string
}

/** An instant relative to now, kept up to date while the page is open. */
export function RelativeTime({ at, instant, title }: Props): ReactNode {
  const format = useFormatter()
  const now = useClock()
  const date = new Date(at)
  const distance = Math.abs(date.getTime() - now)
  const relative = () =>
    distance < MINUTE_MS
      ? format.relativeTime(date, { now: date, unit: 'second' })
      : format.relativeTime(date, { now, unit: unitOf(distance) })
  return (
    <time dateTime={at} title={title} className="tabular-nums">
      {distance < NEAR_MS ? relative() : instant}
    </time>
  )
}

function unitOf(distance: number): 'minute' | 'hour' | 'day' {
  if (distance < HOUR_MS) return 'minute'
  return distance < DAY_MS ? 'hour' : 'day'
}
