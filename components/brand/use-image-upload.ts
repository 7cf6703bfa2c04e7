'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { ImageField } from '../../lib/views/brand-form.ts'
import { idle, type FormState } from '../../lib/views/form.ts'
import { refreshed, type RefreshPage } from '../ui/refreshed.ts'

export type Upload = {
  state: FormState<ImageField>
  pending: boolean
  /** The image is stored, but this page could not be updated. */
  stale: boolean
  send: (form: HTMLFormElement) => void
}

/**
 * Uploads a form with a file to `path`, which answers like an action. On success, calls `done` and refreshes
 * the page.
 */
export function useImageUpload(path: string, refresh: RefreshPage, done: () => void): Upload {
  const t = useTranslations('form')
  const [state, setState] = useState<FormState<ImageField>>(idle)
  const [stale, setStale] = useState(false)
  const [pending, startTransition] = useTransition()

  function send(form: HTMLFormElement) {
    const body = new FormData(form)
    startTransition(async () => {
      const answer = await ask(path, body)
      const saved = answer?.status === 'saved'
      const fresh = !saved || (await refreshed(refresh))
      startTransition(() => {
        setState(answer ?? failed(t('unreached')))
        setStale(!fresh)
        if (saved) done()
      })
    })
  }
  return { state, pending, stale, send }
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
