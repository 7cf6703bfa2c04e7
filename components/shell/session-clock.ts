import type { SessionTimes } from '../../lib/views/session-times.ts'
import { hearOtherTabs, tellOtherTabs } from './session-tabs.ts'

const WARN_SECONDS = 120
const LOOK_EVERY_SECONDS = 20

/** `seconds` until the end; `absolute`: nothing can put it off. */
export type SessionPhase =
  | { name: 'fine' }
  | { name: 'ending'; seconds: number; absolute: boolean }
  | { name: 'over' }

export type SessionClock = {
  /** Notes new times, from whoever stayed. */
  put: (times: SessionTimes) => void
  stop: () => void
}

/**
 * Watches the end of the session come, and shows in which phase it is. The clock of a browser errs to the early side only: before it
 * warns it asks the server, which counts the requests of every tab; and asking puts nothing off.
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
  const toGo = () => Math.min(idleAt, absoluteAt) - Date.now()

  function put({ idle, absolute }: SessionTimes): void {
    over = false
    idleAt = Date.now() + idle * 1000
    absoluteAt = Date.now() + absolute * 1000
    tellOtherTabs(idleAt)
    goOn()
  }

  async function display(): Promise<void> {
    const left = await secondsLeft().catch(() => null)
    if (stopped) return
    if (left !== null) idleAt = Date.now() + left * 1000
    over = left === 0 || toGo() <= 0
    goOn()
  }

  function goOn(): void {
    clearTimeout(timer)
    if (over) return show({ name: 'over' })
    const left = toGo()
    if (left > warnMs) {
      timer = setTimeout(() => void display(), left - warnMs)
      return show({ name: 'fine' })
    }
    timer = setTimeout(tick, 1000)
    show({ name: 'ending', seconds: Math.max(Math.ceil(left / 1000), 0), absolute: absoluteAt <= idleAt })
  }

  function tick(): void {
    const seconds = Math.ceil(toGo() / 1000)
    if (seconds <= 0 || seconds % LOOK_EVERY_SECONDS === 0) void display()
    else goOn()
  }

  /** Another tab knows of a later end. Where it was over, somebody has signed in again: the server knows who. */
  function heard(later: number): void {
    if (over) return void display()
    idleAt = Math.max(idleAt, later)
    goOn()
  }

  function wake(): void {
    if (document.visibilityState === 'visible' && toGo() <= warnMs) void display()
  }

  const stopHearing = hearOtherTabs(heard, () => void display())
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
