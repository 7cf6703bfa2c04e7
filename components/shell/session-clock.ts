import type { SessionTimes } from '../../lib/views/session-times.ts'
import { hearOtherTabs, tellOtherTabs } from './session-tabs.ts'

const WARN_SECONDS = 120
const CHECK_EVERY_SECONDS = 20

/** `seconds` until the session ends; `absolute`: it cannot be extended. */
export type SessionPhase =
  | { name: 'fine' }
  | { name: 'ending'; seconds: number; absolute: boolean }
  | { name: 'over' }

export type SessionClock = {
  /** Sets new times after an extension. */
  put: (times: SessionTimes) => void
  stop: () => void
}

/**
 * Watches the end of the session and reports its phase. The browser's clock can only be too early: before it
 * warns, it asks the server, which counts the requests of all tabs; asking does not extend the session.
 */
export function startSessionClock(
  first: SessionTimes,
  secondsLeft: () => Promise<number | null>,
  show: (phase: SessionPhase) => void,
): SessionClock {
  const warnMs = Math.min(WARN_SECONDS, first.idle / 2) * 1000
  let idleAt = Infinity
  let absoluteAt = Infinity
  let over = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeLeft = () => Math.min(idleAt, absoluteAt) - Date.now()

  function put({ idle, absolute }: SessionTimes): void {
    over = false
    idleAt = Date.now() + idle * 1000
    absoluteAt = Date.now() + absolute * 1000
    tellOtherTabs(idleAt)
    proceed()
  }

  async function check(): Promise<void> {
    const left = await secondsLeft().catch(() => null)
    if (stopped) return
    if (left !== null) idleAt = Date.now() + left * 1000
    over = left === 0 || timeLeft() <= 0
    proceed()
  }

  function proceed(): void {
    clearTimeout(timer)
    if (over) return show({ name: 'over' })
    const left = timeLeft()
    if (left > warnMs) {
      timer = setTimeout(() => void check(), left - warnMs)
      return show({ name: 'fine' })
    }
    timer = setTimeout(tick, 1000)
    show({ name: 'ending', seconds: Math.max(Math.ceil(left / 1000), 0), absolute: absoluteAt <= idleAt })
  }

  function tick(): void {
    const seconds = Math.ceil(timeLeft() / 1000)
    if (seconds <= 0 || seconds % CHECK_EVERY_SECONDS === 0) void check()
    else proceed()
  }

  /**
   * Another tab reports a later end. If the session was over, a user may have signed in again: the server
   * knows which one.
   */
  function onLaterEnd(later: number): void {
    if (over) return void check()
    idleAt = Math.max(idleAt, later)
    proceed()
  }

  function wake(): void {
    if (document.visibilityState === 'visible' && timeLeft() <= warnMs) void check()
  }

  const stopHearing = hearOtherTabs(onLaterEnd, () => void check())
  document.addEventListener('visibilitychange', wake)
  put(first)
  return {
    put,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      stopHearing()
      document.removeEventListener('visibilitychange', wake)
    },
  }
}
