// Issues proof-of-work puzzles against robots. They are sealed instead of stored; each is valid once and for
// an hour.
import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { solves } from '../views/solve-puzzle.ts'
import type { Puzzle } from '../views/trial.ts'
import { withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

/** 2^13 hashes on average: a few tenths of a second in a browser. */
const BITS = 13
const LIFETIME_MS = 60 * 60_000
const ANSWER = /^([A-Za-z0-9_-]{40,200})\.[0-9a-z]{1,12}$/

/** A new puzzle; nothing is stored. */
export function newPuzzle(now: number = Date.now()): Puzzle {
  const until = Buffer.alloc(8)
  until.writeBigUInt64BE(BigInt(now + LIFETIME_MS))
  const sealed = sealBytes('work', 'puzzle', Buffer.concat([until, randomBytes(8)]))
  return { puzzle: sealed.toString('base64url'), bits: BITS }
}

/**
 * Accepts an answer, once. False when it is wrong, late, used before, or not for a puzzle of ours.
 * @throws Unavailable
 */
export async function acceptPuzzleAnswer(answer: string, now: number = Date.now()): Promise<boolean> {
  const puzzle = ANSWER.exec(answer)?.[1] ?? ''
  const opened = openBytes('work', 'puzzle', Buffer.from(puzzle, 'base64url'))
  const remainingMs = opened === null ? 0 : Number(opened.readBigUInt64BE(0)) - now
  const hash = createHash('sha256')
  if (opened === null || remainingMs <= 0 || !solves(hash.update(answer).digest(), BITS)) return false
  // Keyed by the sealed content, because base64 has several spellings for the same bytes.
  const name = createHash('sha256').update(opened).digest('base64url')
  const stored = await withRedis((redis) => redis.set(`work:${name}`, '1', 'PX', remainingMs, 'NX'))
  return stored === 'OK'
}
