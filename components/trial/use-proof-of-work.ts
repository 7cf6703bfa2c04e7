'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { solvePuzzle } from '../../lib/views/solve-puzzle.ts'
import type { Puzzle } from '../../lib/views/trial.ts'

export type ProofOfWork = {
  /** The answer at hand, for the next form that is sent; empty while there is none. */
  answer: string
  /** An answer that nothing else will use, done on the spot; empty where none can be had. */
  take: () => Promise<string>
  /** Begins another, once the one at hand was sent. */
  renew: () => void
}

/** Does the work that keeps robots off, before anybody waits for it. Without it the server takes few attempts. */
export function useProofOfWork(fetchPuzzle: () => Promise<Puzzle>): ProofOfWork {
  const [answer, setAnswer] = useState('')
  const latest = useRef(0)

  async function renew(): Promise<void> {
    latest.current += 1
    const mine = latest.current
    const next = await solved(fetchPuzzle)
    if (mine === latest.current) setAnswer(next)
  }

  const begin = useEffectEvent(() => void renew())
  useEffect(() => begin(), [])

  return { answer, take: () => solved(fetchPuzzle), renew: () => void renew() }
}

async function solved(fetchPuzzle: () => Promise<Puzzle>): Promise<string> {
  try {
    return await solvePuzzle(await fetchPuzzle())
  } catch {
    return ''
  }
}
