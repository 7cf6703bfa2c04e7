// Makes work for robots: puzzles that are sealed and not stored, each good once and for an hour.
import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { solves } from '../views/solve-puzzle.ts'
import type { Puzzle } from '../views/trial.ts'
import { withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

/** 2^13 hashes on average: a few tenths of a second in a browser. */
const BITS = 13
const GOOD_FOR = 60 * 60_000
const ANSWER = /^([A-Za-z0-9_-]{40,200})\.[0-9a-z]{1,12}$/

/** A new puzzle; nothing is kept of it. */
export function newPuzzle(now: number = Date.now()): Puzzle {
  const until = Buffer.alloc(8)
  until.writeBigUInt64BE(BigInt(now + GOOD_FOR))
  const sealed = sealBytes('work', 'puzzle', Buffer.concat([until, randomBytes(8)]))
  return { puzzle: sealed.toString('base64url'), bits: BITS }
}

/** Takes an answer, once. False for one that is wrong, late, used before or not to a puzzle of ours. @throws Unavailable */
export async function acceptPuzzleAnswer(answer: string, now: number = Date.now()): Promise<boolean> {
  const puzzle = ANSWER.exec(answer)?.[1] ?? ''
  const opened = openBytes('work', 'puzzle', Buffer.from(puzzle, 'base64url'))
  const left = opened === null ? 0 : Number(opened.readBigUInt64BE(0)) - now
  const hash = createHash('sha256')
  if (opened === null || left <= 0 || !solves(hash.update(answer).digest(), BITS)) return false
  // By what was sealed, not by its text: base64 has more than one spelling for the same bytes.
  const name = createHash('sha256').update(opened).digest('base64url')
  const taken = await withRedis((redis) => redis.set(`work:${name}`, '1', 'PX', left, 'NX'))
  return taken === 'OK'
}
