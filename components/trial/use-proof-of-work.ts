'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { solvePuzzle } from '../../lib/views/solve-puzzle.ts'
import type { Puzzle } from '../../lib/views/trial.ts'

export type ProofOfWork = {
  /** The solution for the next submission; empty while there is none. */
  answer: string
  /** Computes a solution for one use now; empty if there is no puzzle. */
  take: () => Promise<string>
  /** Computes the next solution, once the current one has been sent. */
  renew: () => void
}

/** Computes a proof of work against robots in advance. Without one the server accepts few attempts. */
export function useProofOfWork(fetchPuzzle: () => Promise<Puzzle>): ProofOfWork {
  const [answer, setAnswer] = useState('')
  const latest = useRef(0)

  async function renew(): Promise<void> {
    latest.current += 1
    const turn = latest.current
    const next = await solve(fetchPuzzle)
    if (turn === latest.current) setAnswer(next)
  }

  const start = useEffectEvent(() => void renew())
  useEffect(() => start(), [])

  return { answer, take: () => solve(fetchPuzzle), renew: () => void renew() }
}

async function solve(fetchPuzzle: () => Promise<Puzzle>): Promise<string> {
  try {
    return await solvePuzzle(await fetchPuzzle())
  } catch {
    return ''
  }
}
