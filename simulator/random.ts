// Random-looking values that come from a seed, so that a run can be repeated exactly.
import { createHash, randomBytes } from 'node:crypto'

/** A new seed if none was given. */
export function freshSeed(): string {
  return randomBytes(16).toString('hex')
}

/**
 * A stream of random-looking values. The same seed and label give the same stream; streams with different
 * labels are independent, so that a lazily made account does not depend on which account was made before it.
 */
export class Random {
  #seed: string
  #count = 0

  constructor(seed: string, label = '') {
    this.#seed = createHash('sha256').update(`${seed}\0${label}`).digest('hex')
  }

  /** So many random bytes. */
  bytes(count: number): Buffer {
    const parts: Buffer[] = []
    for (let have = 0; have < count; have += 64)
      parts.push(
        createHash('sha512')
          .update(`${this.#seed}${this.#count++}`)
          .digest(),
      )
    return Buffer.concat(parts).subarray(0, count)
  }

  /** Lower-case hex of so many characters: 32 for a document id, 64 for an API key. */
  hex(length: number): string {
    return this.bytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length)
  }

  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number {
    return this.bytes(4).readUInt32BE(0) / 2 ** 32
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }
}
