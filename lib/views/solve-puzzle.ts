// The work that a browser does before a form of strangers is taken: it finds a number, by trying.
import type { Puzzle } from './trial.ts'

/** Whether `hash` begins with `bits` zero bits. */
export function solves(hash: Uint8Array, bits: number): boolean {
  for (let at = 0; at < bits; at++) {
    if (((hash[at >> 3] ?? 0xff) & (0x80 >> (at & 7))) !== 0) return false
  }
  return true
}

/** So many are tried at once: each hash is a promise, and waiting for one at a time takes three times as long. */
const BATCH = 64

/** The answer to post as the field `work`: SHA-256 of it begins with `bits` zero bits. Runs in any browser, and in Node. */
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
