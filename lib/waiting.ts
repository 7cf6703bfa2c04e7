// Waiting for somebody else's answer, in a process that may be busy itself.
import 'server-only'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** Time is waited in steps of so many ms. */
const STEP = 100

/**
 * Waits `ms`, in steps of 100 ms. A busy process may have the answer in its socket when a timer fires: what is there is read first, and
 * however long the process was busy, that counts as one step. So only an answer that is not there is missed. @throws AbortError by `signal`
 */
export async function waitForAnswer(ms: number, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < ms; waited += STEP) {
    await wait(STEP, undefined, { ref: false, signal })
    await nextTurn()
  }
  await nextTurn()
}

/** What `asked` gives, or `null` when there is no answer within `ms` as `waitForAnswer` counts them. @throws what `asked` throws */
export async function answerWithin<T>(ms: number, asked: Promise<T>): Promise<{ answer: T } | null> {
  const answered = new AbortController()
  const late = waitForAnswer(ms, answered.signal).then(
    () => null,
    () => null,
  )
  try {
    return await Promise.race([asked.then((answer) => ({ answer })), late])
  } finally {
    answered.abort()
  }
}
