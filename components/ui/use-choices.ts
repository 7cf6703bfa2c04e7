'use client'
import { useEffect, useState } from 'react'
import type { Answer, Failure } from '../../lib/views/form.ts'
import { actionFailure, type FailureTexts } from './action-failure.ts'

export type Option = { id: string; label: string; about?: string }
/** The first options that fit, and how many fit in all. */
export type Found = { options: readonly Option[]; total: number }
/** Asks the server for what fits `text`; an empty text fits everything. */
export type LoadOptions = (text: string) => Promise<Answer<Found>>

export type Choices = {
  found: Found | null
  /** What went wrong; a sentence and, if there is one, the reference of the log. */
  failure: Failure | null
  /** An answer is due: what is shown belongs to a text before. */
  pending: boolean
}

const TYPING_PAUSE_MS = 120
const NOTHING = { found: null, failure: null }

/**
 * The options for `text`, asked for while `wanted`: at once when nothing is typed, else when the typing pauses. An answer that comes after a
 * later question is dropped. `attempt` asks anew when it changes. `words` say why no answer came at all.
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
    let late = false
    async function ask() {
      const answer = await answerTo(load, text, t)
      if (late) return
      setAnswered(question)
      setChoices(({ found }) =>
        answer.ok ? { found: answer.value, failure: null } : { found, failure: answer },
      )
    }
    const timer = setTimeout(() => void ask(), text === '' ? 0 : TYPING_PAUSE_MS)
    return () => {
      late = true
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
