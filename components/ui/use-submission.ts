'use client'
import { useTranslations } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import { use, useActionState, useRef, useState, useTransition, type SubmitEvent } from 'react'
import { idle, type FormAction, type FormState, type Refusal } from '../../lib/views/form.ts'
import { StepUpContext } from './step-up-context.ts'
import { actionFailure } from './action-failure.ts'

type Why = Pick<Refusal<string>, 'message' | 'fields' | 'newVersion'>

/** What a form says to its sending: what sends it where there is script (else its action does), what speaks against it (null is nothing), and, once it is settled, whether the server was asked. */
type Around<Field extends string> = {
  send?: FormAction<Field> | undefined
  objection?: (form: FormData) => Promise<Why | null>
  settled?: (state: FormState<Field>, sent: boolean) => void
  /** Where the form stands at first, in place of idle. */
  initial?: Refusal<Field> | null
}

export type Submission<Field extends string> = {
  state: FormState<Field>
  /** Whether `state` is what the server said: what is refused here was never sent. */
  sent: boolean
  pending: boolean
  formAction: (form: FormData) => void
  submit: (event: SubmitEvent<HTMLFormElement>) => boolean
}

type Standing<Field extends string> = { state: FormState<Field>; sent: boolean }

/**
 * Sends a form to its action, unless `objection` has one. `formAction` serves the form before and without script; with script `submit` takes over,
 * since React empties a form after its action, also after one that was refused. `submit` is false when nothing was begun, the last one being under
 * way: a second click sends nothing. What is refused until the person proves who they are is sent once more when they have.
 */
export function useSubmission<Field extends string>(
  action: FormAction<Field>,
  { send: sendScripted = action, objection, settled, initial = null }: Around<Field> = {},
): Submission<Field> {
  const t = useTranslations('form')
  const requestStepUp = use(StepUpContext)
  const [served, formAction] = useActionState<FormState<Field>, FormData>(action, idle)
  const [answered, setAnswered] = useState<Standing<Field> | null>(null)
  const [pending, startTransition] = useTransition()
  // `pending` is only seen at the next render.
  const busy = useRef(false)
  const { state, sent } =
    answered ?? (initial ? { state: initial, sent: false } : { state: served, sent: true })

  function submit(event: SubmitEvent<HTMLFormElement>): boolean {
    event.preventDefault()
    if (busy.current || pending) return false
    send(new FormData(event.currentTarget, event.nativeEvent.submitter))
    return true
  }

  function send(form: FormData): void {
    busy.current = true
    startTransition(async () => {
      const next = await outcome(form).finally(() => (busy.current = false))
      startTransition(() => {
        setAnswered(next)
        settled?.(next.state, next.sent)
      })
      if (next.state.status === 'rejected' && next.state.proveFirst) requestStepUp?.(() => send(form))
    })
  }

  async function outcome(form: FormData): Promise<Standing<Field>> {
    const objected = await objection?.(form)
    if (objected) return { state: refusal(objected), sent: false }
    try {
      return { state: await sendScripted(state, form), sent: true }
    } catch (fault) {
      unstable_rethrow(fault)
      const { message, newVersion } = actionFailure(fault, t)
      return { state: refusal({ message, fields: {}, ...(newVersion && { newVersion }) }), sent: true }
    }
  }

  /** What the server handed back goes with the next attempt too. */
  function refusal(why: Why): Refusal<Field> {
    const typed = state.status === 'rejected' ? state.typed : {}
    return { status: 'rejected', ...why, typed, reference: null, at: Date.now() }
  }

  return { state, sent, pending, formAction, submit }
}
