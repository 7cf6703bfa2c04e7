'use client'
import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FormScopeContext, useFieldState } from './form-scope.ts'
import { SaveBar } from './save-bar.tsx'
import { useSubmission } from './use-submission.ts'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

type Props<Field extends string> = {
  action: FormAction<Field>
  /** Sent along unseen: the id of what is edited. */
  hidden?: Partial<Record<Field, string>>
  /** The values as they are shown at first, by field; sent as `was`, so that only what changed is saved. */
  was?: Partial<Record<Field, string>>
  submit: string
  /** Said in place of the submit button's words while the form is under way. */
  submitting: string
  /** Stands beside the submit button, such as a link back. */
  beside?: ReactNode
  /** Keeps the submit button in sight at the foot of a long form. */
  sticky?: boolean
  /** A submit button as wide as the form. */
  wide?: boolean
  /** Asks before what was typed is left behind. */
  guarded?: boolean
  /** Empties its secrets after a refusal too: whoever was refused types them anew. */
  forgetful?: boolean
  /** To be looked at only: nothing can be changed or sent. */
  locked?: boolean
  children: ReactNode
}

type FormRef = { readonly current: HTMLFormElement | null }

/** A form that works without script, and better with one. Its fields are the `*Field` components of this folder. */
export function Form<Field extends string>(props: Props<Field>): ReactNode {
  const {
    action,
    hidden = {},
    submit,
    submitting,
    beside,
    sticky = false,
    wide = false,
    guarded = true,
    forgetful = false,
    locked = false,
    children,
  } = props
  const { state, pending, formAction, submit: send } = useSubmission(action)
  const [edited, setEdited] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const prefix = useId()
  const was = props.was ? JSON.stringify(props.was) : null

  useUnsavedGuard(guarded && (edited || state.status === 'rejected') && !pending)
  useFreshValues(form, was, !edited && !pending && state.status !== 'rejected')
  useClearedSecrets(
    form,
    state.status === 'saved' || (forgetful && state.status === 'rejected') ? state.at : null,
  )

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    if (send(event)) setEdited(false)
  }

  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} onInput={() => setEdited(true)} noValidate>
      <FormScopeContext value={{ prefix, state, pending, locked }}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        {was !== null && <Was shown={was} />}
        <div className="space-y-5">
          {state.status === 'rejected' && <ErrorSummary key={state.at} state={state} prefix={prefix} />}
          {children}
          {!locked && (
            <SaveBar {...{ state, pending, edited, submit, submitting, sticky, wide }}>{beside}</SaveBar>
          )}
        </div>
      </FormScopeContext>
    </form>
  )
}

/** What the form was filled with; after a refusal what the action says of it, so that a change by somebody else counts as seen. */
function Was({ shown }: { shown: string }): ReactNode {
  const { typed } = useFieldState('was')
  return <input type="hidden" name="was" value={typed === null || typed === '' ? shown : typed} />
}

/** Shows what the server made of the values once they come back saved; never over something typed and not yet saved. */
function useFreshValues(form: FormRef, was: string | null, settled: boolean) {
  const shown = useRef(was)
  useEffect(() => {
    if (!settled || shown.current === was) return
    form.current?.reset()
    shown.current = was
  }, [form, was, settled])
}

/** A secret that was saved is not kept in the page. */
function useClearedSecrets(form: FormRef, doneAt: number | null) {
  useEffect(() => {
    if (doneAt === null) return
    for (const input of form.current?.querySelectorAll<HTMLInputElement>('input[data-secret]') ?? [])
      input.value = ''
  }, [form, doneAt])
}
