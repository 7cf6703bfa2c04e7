// Solves the puzzle that a public form requires, by trying numbers.
import type { Puzzle } from './trial.ts'

/** Whether `hash` begins with `bits` zero bits. */
export function solves(hash: Uint8Array, bits: number): boolean {
  for (let at = 0; at < bits; at++) {
    if (((hash[at >> 3] ?? 0xff) & (0x80 >> (at & 7))) !== 0) return false
  }
  return true
}

/** Hashes per batch: each is a promise, and awaiting them singly takes three times as long. */
const BATCH = 64

/**
 * The solution to post as the field `work`: its SHA-256 begins with `bits` zero bits. Runs in any browser,
 * and in Node.
 */
export async function solvePuzzle({ puzzle, bits }: Puzzle): Promise<string> {
  for (let from = 0; ; from += BATCH) {
    const answers = Array.from({ length: BATCH }, (_, at) => `${puzzle}.${(from + at).toString(36)}`)
    const hashes = await Promise.all(answers.map(hashOf))
    const found = answers.find((_, at) => solves(hashes[at] ?? new Uint8Array(), bits))
    if (found !== undefined) return found
  }
}

async function hashOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
