// Finds out which of two ends first, without a clock: a busy machine delays both alike.
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether `work` settles before a timer of so many ms that starts with it in this same process. */
export async function endsBefore(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController()
  const over = work.then(
    () => true,
    () => true,
  )
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false)
  try {
    return await Promise.race([over, late])
  } finally {
    timer.abort()
  }
}
