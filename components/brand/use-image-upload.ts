'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ImageField } from '../../lib/views/brand-form.ts'
import { idle, type FormState } from '../../lib/views/form.ts'

export type Upload = {
  state: FormState<ImageField>
  pending: boolean
  send: (form: HTMLFormElement) => void
}

/**
 * Uploads a form with a file to `path`, which answers like an action. On success, refreshes the page and
 * calls `done`.
 */
export function useImageUpload(path: string, done: () => void): Upload {
  const t = useTranslations('form')
  const router = useRouter()
  const [state, setState] = useState<FormState<ImageField>>(idle)
  const [pending, startTransition] = useTransition()

  function send(form: HTMLFormElement) {
    const body = new FormData(form)
    startTransition(async () => {
      const answer = await ask(path, body)
      startTransition(() => {
        setState(answer ?? failed(t('unreached')))
        if (answer?.status !== 'saved') return
        done()
        router.refresh()
      })
    })
  }
  return { state, pending, send }
}

async function ask(path: string, body: FormData): Promise<FormState<ImageField> | null> {
  try {
    const response = await fetch(path, { method: 'POST', body, headers: { accept: 'application/json' } })
    const answer: unknown = await response.json()
    return isState(answer) ? answer : null
  } catch {
    return null
  }
}

function isState(answer: unknown): answer is FormState<ImageField> {
  return typeof answer === 'object' && answer !== null && 'status' in answer && 'message' in answer
}

function failed(message: string): FormState<ImageField> {
  return { status: 'rejected', message, fields: {}, typed: {}, reference: null, at: Date.now() }
}
