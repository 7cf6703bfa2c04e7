'use client'
import { useEffect, useState } from 'react'
import type { Answer, Failure } from '../../lib/views/form.ts'
import { actionFailure, type FailureTexts } from './action-failure.ts'

export type Option = { id: string; label: string; about?: string }
/** The first matching options, and how many match in all. */
export type Found = { options: readonly Option[]; total: number }
/** Loads the options that match `text`; an empty text matches all. */
export type LoadOptions = (text: string) => Promise<Answer<Found>>

export type Choices = {
  found: Found | null
  /** Why the last request failed. */
  failure: Failure | null
  /** A request is pending: the options belong to an earlier text. */
  pending: boolean
}

const TYPING_PAUSE_MS = 120
const NOTHING = { found: null, failure: null }

/**
 * Loads the options for `text` while `wanted`: at once for an empty text, otherwise when typing pauses. An
 * answer that arrives after a later request is dropped. A changed `attempt` loads again. `t` translates
 * failures.
 */
export function useChoices(
  load: LoadOptions,
  { text, wanted, attempt, t }: { text: string; wanted: boolean; attempt: number; t: FailureTexts },
): Choices {
  const [choices, setChoices] = useState<Omit<Choices, 'pending'>>(NOTHING)
  const [answered, setAnswered] = useState<string | null>(null)
  const question = `${attempt} ${text}`

  useEffect(() => {
    if (!wanted) return undefined
    let outdated = false
    async function loadChoices() {
      const answer = await answerTo(load, text, t)
      if (outdated) return
      setAnswered(question)
      setChoices(({ found }) =>
        answer.ok ? { found: answer.value, failure: null } : { found, failure: answer },
      )
    }
    const timer = setTimeout(() => void loadChoices(), text === '' ? 0 : TYPING_PAUSE_MS)
    return () => {
      outdated = true
      clearTimeout(timer)
    }
  }, [load, text, wanted, question, t])

  return { ...choices, pending: wanted && answered !== question }
}

async function answerTo(load: LoadOptions, text: string, t: FailureTexts): Promise<Answer<Found>> {
  try {
    return await load(text)
  } catch (fault) {
    return actionFailure(fault, t)
  }
}
