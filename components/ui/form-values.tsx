'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { useFieldState } from './form-context.ts'
import { useRestoredDraft } from './form-draft.ts'

type FormRef = { readonly current: HTMLFormElement | null }

/**
 * The initial state of a form whose draft was restored after a reload: nothing is wrong and nothing was
 * saved.
 */
export function useInitial<Field extends string>(form: FormRef, about: string): Refusal<Field> | null {
  const t = useTranslations('form')
  const draft = useRestoredDraft<Field>(form, about)
  return (
    draft && {
      status: 'rejected',
      message: t('loaded'),
      fields: {},
      reference: null,
      newVersion: 'loaded',
      ...draft,
    }
  )
}

/**
 * The values that the form was filled with; after a refusal those that the action returned, so that another
 * user's change counts as seen.
 */
export function InitialValues({ shown }: { shown: string }): ReactNode {
  const { typed } = useFieldState('initialValues')
  return <input type="hidden" name="initialValues" value={typed === null || typed === '' ? shown : typed} />
}

/** Shows the saved values as the server returned them, unless there is unsaved input. */
export function useFreshValues(
  form: FormRef,
  initialValues: string | null,
  settled: boolean,
  onFresh: () => void,
): void {
  const shown = useRef(initialValues)
  const replaced = useEffectEvent(onFresh)
  useEffect(() => {
    if (!settled || shown.current === initialValues) return
    form.current?.reset()
    shown.current = initialValues
    replaced()
  }, [form, initialValues, settled])
}

/** Removes saved secrets from the page. */
export function useClearedSecrets(form: FormRef, doneAt: number | null): void {
  useEffect(() => {
    if (doneAt === null) return
    for (const input of form.current?.querySelectorAll<HTMLInputElement>('input[data-secret]') ?? [])
      input.value = ''
  }, [form, doneAt])
}
