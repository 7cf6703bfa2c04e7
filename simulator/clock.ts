// The simulator's own clock: it follows the machine's until a test moves it.

/** Seconds between year 0 (Kazoo's Gregorian epoch) and 1970. */
const GREGORIAN_OFFSET = 62_167_219_200

export class Clock {
  #offset = 0

  /** Unix time in milliseconds. */
  now(): number {
    return Date.now() + this.#offset
  }

  /** Unix time in whole seconds, as in a token's `exp`. */
  unix(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Gregorian seconds, as in `pvt_created`. */
  gregorian(): number {
    return this.unix() + GREGORIAN_OFFSET
  }

  /** Moves the clock by so many milliseconds (negative: back). */
  advance(ms: number): void {
    this.#offset += ms
  }

  /** Sets the clock to a Unix time in milliseconds; it continues from there. */
  set(ms: number): void {
    this.#offset = ms - Date.now()
  }
}

/** Turns Unix milliseconds into Gregorian seconds. */
export function gregorianOf(ms: number): number {
  return Math.floor(ms / 1000) + GREGORIAN_OFFSET
}
