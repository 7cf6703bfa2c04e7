// Every generated value of a world comes from here, so that one seed makes one world.
import { createCipheriv, hash } from 'node:crypto'

/** Hex digits that look random and are the same for the same seed and labels; at most 128 of them. */
export function hexFrom(seed: string, label: string, digits: number): string {
  return hash('sha512', `${seed}/${label}`, 'hex').slice(0, digits)
}

/**
 * Many pieces of hex digits made in one go, for worlds that need a hundred thousand; piece `n` of `count`.
 */
export function hexPieces(seed: string, label: string, count: number, digits: number): (n: number) => string {
  const key = Buffer.from(hexFrom(seed, label, 64), 'hex')
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const text = cipher.update(Buffer.alloc((count * digits) / 2)).toString('hex')
  return (n) => text.slice(n * digits, (n + 1) * digits)
}

/**
 * A stream of small choices under one seed and label (mulberry32; not for secrets, which `hexFrom` makes).
 */
export class Dice {
  #state: number

  /** `start`: eight hex digits or more, as `hexFrom` gives them. */
  constructor(start: string) {
    this.#state = Number.parseInt(start.slice(0, 8), 16)
  }

  /** The next number, 0 <= n < 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** A whole number, 0 <= n < limit. */
  below(limit: number): number {
    return Math.floor(this.roll() * limit)
  }

  /** A whole number, from <= n <= to. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  chance(share: number): boolean {
    return this.roll() < share
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0]
  }
}

/**
 * A password as Kazoo's interfaces suggest them, out of 24 hex digits: twelve letters and digits, none alike.
 */
export function passwordFrom(digits: string): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  let password = ''
  for (let at = 0; at < 24; at += 2)
    password += letters[Number.parseInt(digits.slice(at, at + 2), 16) % letters.length]
  return password
}

/** Splits `total` over the weights in whole numbers that add up to it exactly. */
export function shares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let owed = 0
  let handedOut = 0
  return weights.map((weight) => {
    owed += (total * weight) / sum
    const share = Math.round(owed) - handedOut
    handedOut += share
    return share
  })
}
