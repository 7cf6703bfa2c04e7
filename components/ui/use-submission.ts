'use client'
import { useTranslations } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import { use, useActionState, useRef, useState, useTransition, type SubmitEvent } from 'react'
import { idle, type FormAction, type FormState, type Refusal } from '../../lib/views/form.ts'
import { StepUpContext } from './step-up-context.ts'
import { actionFailure } from './action-failure.ts'
import { useFeedback } from './feedback-context.ts'

type Reason = Pick<Refusal<string>, 'message' | 'fields' | 'fieldsOnly' | 'newVersion'>

/**
 * How a form submits: `send` replaces the action where there is script; `objection` may refuse the form
 * before it is sent (null: it does not); `settled` gets the result and whether the server got a request.
 * `quiet`: the form shows the success itself, so that no toast confirms it.
 */
type Options<Field extends string> = {
  send?: FormAction<Field> | undefined
  objection?: (form: FormData) => Promise<Reason | null>
  settled?: (state: FormState<Field>, sent: boolean) => void
  /** The initial state, if it is not idle. */
  initial?: Refusal<Field> | null
  quiet?: boolean
}

export type Submission<Field extends string> = {
  state: FormState<Field>
  /** Whether `state` comes from the server; a form that was refused in the browser was not sent. */
  sent: boolean
  /** Whether a toast has confirmed the success. */
  toasted: boolean
  pending: boolean
  formAction: (form: FormData) => void
  submit: (event: SubmitEvent<HTMLFormElement>) => boolean
  /** Forgets the last result. */
  clear: () => void
}

type Result<Field extends string> = { state: FormState<Field>; sent: boolean }

/**
 * Submits a form to its action, unless `objection` refuses it. `formAction` is used without script and before
 * hydration; afterwards `submit` replaces it, because React resets a form after its action, even a refused
 * one. `submit` returns false while another submission is pending: a second click sends nothing. A form that
 * needs step-up is sent again once the viewer has confirmed their password.
 */
export function useSubmission<Field extends string>(
  action: FormAction<Field>,
  { send: sendScripted = action, objection, settled, initial = null, quiet = false }: Options<Field> = {},
): Submission<Field> {
  const t = useTranslations('form')
  const requestStepUp = use(StepUpContext)
  const confirm = useFeedback()
  const [served, formAction] = useActionState<FormState<Field>, FormData>(action, idle)
  const [answered, setAnswered] = useState<Result<Field> | null>(null)
  const [pending, startTransition] = useTransition()
  // `pending` is not visible before the next render.
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
      // Nothing is wrong: the form stays as it is behind the dialog.
      if (next.state.status === 'rejected' && next.state.proveFirst && requestStepUp)
        return requestStepUp(() => send(form))
      startTransition(() => {
        setAnswered(next)
        settled?.(next.state, next.sent)
      })
      if (next.state.status === 'saved' && !quiet) confirm?.(next.state)
    })
  }

  async function outcome(form: FormData): Promise<Result<Field>> {
    const reason = await objection?.(form)
    if (reason) return { state: refusal(reason), sent: false }
    try {
      return { state: await sendScripted(state, form), sent: true }
    } catch (fault) {
      unstable_rethrow(fault)
      const { message, newVersion } = actionFailure(fault, t)
      return { state: refusal({ message, fields: {}, ...(newVersion && { newVersion }) }), sent: true }
    }
  }

  /** Values that the server returned are sent with the next attempt too. */
  function refusal(reason: Reason): Refusal<Field> {
    const typed = state.status === 'rejected' ? state.typed : {}
    return { status: 'rejected', ...reason, typed, reference: null, at: Date.now() }
  }

  const toasted = answered?.state.status === 'saved' && confirm !== null && !quiet
  const clear = () => setAnswered({ state: idle, sent: false })
  return { state, sent, toasted, pending, formAction, submit, clear }
}
