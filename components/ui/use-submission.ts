'use client'
import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition, type SubmitEvent } from 'react'
import { idle, type FormAction, type FormState } from '../../lib/views/form.ts'

const UNREACHED =
  'The portal did not answer. What you typed is still here: check your connection, then try again.'

export type Submission<Field extends string> = {
  state: FormState<Field>
  pending: boolean
  formAction: (form: FormData) => void
  submit: (event: SubmitEvent<HTMLFormElement>) => boolean
}

/**
 * Sends a form to its action. `formAction` serves the form before and without script; with script `submit` takes over, since React empties a
 * form after its action, also after one that was refused. `submit` is false when nothing was sent, the last one being under way.
 */
export function useSubmission<Field extends string>(action: FormAction<Field>): Submission<Field> {
  const [served, formAction] = useActionState<FormState<Field>, FormData>(action, idle)
  const [answered, setAnswered] = useState<FormState<Field> | null>(null)
  const [pending, startTransition] = useTransition()
  const state = answered ?? served

  function submit(event: SubmitEvent<HTMLFormElement>): boolean {
    event.preventDefault()
    if (pending) return false
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(async () => {
      const next = await sent(action, state, form)
      startTransition(() => setAnswered(next))
    })
    return true
  }

  return { state, pending, formAction, submit }
}

async function sent<Field extends string>(
  action: FormAction<Field>,
  before: FormState<Field>,
  form: FormData,
): Promise<FormState<Field>> {
  try {
    return await action(before, form)
  } catch (fault) {
    unstable_rethrow(fault)
    return { status: 'rejected', message: UNREACHED, fields: {}, typed: {}, reference: null, at: Date.now() }
  }
}
