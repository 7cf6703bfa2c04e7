// Kazoo's token buckets: one for each caller address and account, full at 100, ten back each second.
import type { Clock } from '../clock.ts'

const CAPACITY = 100
const REFILL = 10

interface Bucket {
  tokens: number
  /** Unix second up to which it was refilled. */
  filled: number
}

export class Buckets {
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes tokens; if there are too few, takes none and returns false. */
  consume(key: string, cost: number): boolean {
    const bucket = this.#bucket(key)
    if (bucket.tokens < cost) return false
    bucket.tokens -= cost
    return true
  }

  /** Takes tokens; if there are too few, takes all of them. Kazoo does so at sign-in. */
  consumeUntil(key: string, cost: number): boolean {
    if (this.consume(key, cost)) return true
    this.#bucket(key).tokens = 0
    return false
  }

  /** Fills every bucket again. */
  refill(): void {
    this.#buckets.clear()
  }

  remaining(key: string): number {
    return this.#bucket(key).tokens
  }

  #bucket(key: string): Bucket {
    const now = this.#clock.unix()
    let bucket = this.#buckets.get(key)
    if (!bucket) {
      bucket = { tokens: CAPACITY, filled: now }
      this.#buckets.set(key, bucket)
    } else if (now > bucket.filled) {
      bucket.tokens = Math.min(CAPACITY, bucket.tokens + (now - bucket.filled) * REFILL)
      bucket.filled = now
    } else if (now < bucket.filled) bucket.filled = now
    return bucket
  }
}
