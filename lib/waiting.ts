// Waits for answers from other processes with a timeout that a busy event loop does not shorten.
import 'server-only'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** The length of one step, in ms. */
const STEP = 100

/**
 * Waits `ms`, in steps of 100 ms. When this process is busy, the answer may already be in its socket when a
 * timer fires: pending input is read first, and a busy period counts as one step however long it was. So only
 * an answer that did not arrive is missed.
 * @throws AbortError when `signal` is aborted
 */
export async function waitForAnswer(ms: number, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < ms; waited += STEP) {
    await wait(STEP, undefined, { ref: false, signal })
    await nextTurn()
  }
  await nextTurn()
}

/**
 * What `promise` resolves to, or `null` when it does not settle within `ms` as `waitForAnswer` counts them.
 * @throws what `promise` rejects with
 */
export async function answerWithin<T>(ms: number, promise: Promise<T>): Promise<{ answer: T } | null> {
  const answered = new AbortController()
  const timedOut = waitForAnswer(ms, answered.signal).then(
    () => null,
    () => null,
  )
  try {
    return await Promise.race([promise.then((answer) => ({ answer })), timedOut])
  } finally {
    answered.abort()
  }
}
