'use client'
import type { ReactNode } from 'react'
import { useScripted } from './use-scripted.ts'

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const
const utc = new Intl.DateTimeFormat('en-GB', { ...STYLE, timeZone: 'UTC' })

/** An instant (ISO 8601) in the reader's own zone; the server, which does not know it, says UTC. */
export function LocalTime({ at }: { at: string }): ReactNode {
  const scripted = useScripted()
  const date = new Date(at)
  return (
    <time dateTime={at} className="count">
      {scripted ? new Intl.DateTimeFormat('en-GB', STYLE).format(date) : `${utc.format(date)} UTC`}
    </time>
  )
}
