// Places that are too few for all who come at once: whoever finds none waits in line, and the first in line is the next.
import 'server-only'
import { answerWithin } from './waiting.ts'

type Waiting = { come: () => void; refuse: (error: Error) => void }

/** `places` may be taken at a time, and `longest` may wait for one. */
export class Semaphore {
  #free: number
  readonly #longest: number
  readonly #line: Waiting[] = []
  constructor(places: number, longest: number) {
    this.#free = places
    this.#longest = longest
  }

  /** Takes a place within `ms`, and says whether there was one; false at once where too many wait. @throws what `dismiss` is given */
  async acquire(ms: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1
      return true
    }
    if (this.#line.length >= this.#longest) return false
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting = { come: resolve, refuse: reject }
    this.#line.push(waiting)
    if ((await answerWithin(ms, promise)) !== null) return true
    const at = this.#line.indexOf(waiting)
    // Where it came in the very moment in which nobody waited any more, the next one has it.
    if (at === -1) this.release()
    else this.#line.splice(at, 1)
    return false
  }

  /** Gives a place back, to whoever is first in line. */
  release(): void {
    const next = this.#line.shift()
    if (next === undefined) this.#free += 1
    else next.come()
  }

  /** Nobody needs to wait any more: all in line are told `error`. */
  rejectAll(error: Error): void {
    for (const { refuse } of this.#line.splice(0)) refuse(error)
  }
}
