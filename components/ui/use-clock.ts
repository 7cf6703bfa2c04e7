'use client'
import { useNow } from 'next-intl'
import { useSyncExternalStore } from 'react'

// One clock for all times on a page. It begins with the time of the request, so that a browser whose clock is
// wrong shows the server's.

const TICK_MS = 20_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let time: number | undefined
/** How far the server's clock is ahead of the browser's. */
let ahead = 0

/** The time, in ms since 1970: at first that of the request, later the current one, to a part of a minute. */
export function useClock(): number {
  const requestedAt = useNow().getTime()
  return useSyncExternalStore(
    listen,
    () => (time ??= start(requestedAt)),
    () => requestedAt,
  )
}

function start(requestedAt: number): number {
  ahead = requestedAt - Date.now()
  return requestedAt
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  if (listeners.size === 1) {
    tick()
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(changed)
    if (listeners.size === 0) clearInterval(timer)
  }
}

function tick(): void {
  time = Date.now() + ahead
  for (const changed of listeners) changed()
}
