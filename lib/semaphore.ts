// Limits how many callers use a resource at a time; the others wait in order of arrival.
import 'server-only'
import { answerWithin } from './waiting.ts'

type Waiter = { resolve: () => void; reject: (error: Error) => void }

/** `permits` callers may hold a permit at a time, and `maxWaiting` may wait for one. */
export class Semaphore {
  #free: number
  readonly #maxWaiting: number
  readonly #queue: Waiter[] = []
  constructor(permits: number, maxWaiting: number) {
    this.#free = permits
    this.#maxWaiting = maxWaiting
  }

  /**
   * Takes a permit. Resolves to false when none was free within `ms`, or at once when too many callers wait.
   * @throws the error given to `rejectAll`
   */
  async acquire(ms: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1
      return true
    }
    if (this.#queue.length >= this.#maxWaiting) return false
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiter = { resolve, reject }
    this.#queue.push(waiter)
    if ((await answerWithin(ms, promise)) !== null) return true
    const at = this.#queue.indexOf(waiter)
    // The permit was granted just as the wait timed out: pass it on.
    if (at === -1) this.release()
    else this.#queue.splice(at, 1)
    return false
  }

  /** Returns a permit, to the caller that has waited longest. */
  release(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#free += 1
    else next.resolve()
  }

  /** Rejects every waiting caller with `error`. */
  rejectAll(error: Error): void {
    for (const { reject } of this.#queue.splice(0)) reject(error)
  }
}
