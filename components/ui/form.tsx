'use client'
import { useTranslations } from 'next-intl'
import {
  Fragment,
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  type InputEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react'
import type { FormAction, FormState, Refusal, Success } from '../../lib/views/form.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext, useFieldState } from './form-context.ts'
import { useSaveDraft, useRestoredDraft } from './form-draft.ts'
import { SaveBar } from './save-bar.tsx'
import { useFieldChecks, type LoadRules } from './use-field-checks.ts'
import { useEdits } from './use-edits.ts'
import { useSubmission } from './use-submission.ts'

type Props<Field extends string> = {
  action: FormAction<Field>
  /** Sends it in place of `action` where there is script: for what takes long, and tells meanwhile how far it is. */
  send?: FormAction<Field>
  /** The rules that the server asks too, `() => import(...)`: fields are checked while they are filled in, and nothing wrong is sent. */
  rules?: LoadRules
  /** Sent along unseen: the id of what is edited. */
  hidden?: Partial<Record<Field, string>>
  /** The values as they are shown at first, by field; sent as `was`, so that only what changed is saved. */
  initialValues?: Partial<Record<Field, string>>
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
  warnOnLeave?: boolean
  /** Empties its secrets after a refusal too: whoever was refused types them anew. */
  clearSecretsOnError?: boolean
  /** To be looked at only: nothing can be changed or sent. */
  readOnly?: boolean
  /** Fields that are locked while impersonating; the form says why. */
  withheld?: readonly string[]
  /** Takes the place of the form once it has done what it is for. */
  renderDone?: (done: Success) => ReactNode
  children: ReactNode
}

// Fetched once the form stands, so that it is there at the first change. When it cannot be had nobody is asked: to fail here would itself lose
// what was typed.
const loadGuard = () => import('./unsaved-guard.tsx')
const UnsavedGuard = lazy(async () => {
  try {
    return { default: (await loadGuard()).UnsavedGuard }
  } catch {
    return { default: () => null }
  }
})

type FormRef = { readonly current: HTMLFormElement | null }

/** A form that works without script, and better with one. Its fields are the `*Field` components of this folder. */
export function Form<Field extends string>(props: Props<Field>): ReactNode {
  const {
    action,
    send,
    rules,
    hidden = {},
    submitting,
    beside,
    sticky = false,
    wide = false,
    warnOnLeave = true,
    clearSecretsOnError = false,
    readOnly = false,
    withheld = [],
    renderDone,
    children,
  } = props
  const t = useTranslations()
  const form = useRef<HTMLFormElement>(null)
  const checks = useFieldChecks(form, rules)
  const about = JSON.stringify(hidden)
  const initial = useInitial<Field>(form, about)
  const { state, sent, pending, formAction, submit } = useSubmission(action, {
    send,
    objection,
    settled,
    initial,
  })
  const edits = useEdits()
  const prefix = useId()
  const initialValues = props.initialValues ? JSON.stringify(props.initialValues) : null
  const refused = state.status === 'rejected'

  useSaveDraft(form, about, edits.unsent || refused)
  useFreshValues(form, initialValues, !edits.unsent && !pending && !refused)
  useClearedSecrets(
    form,
    state.status === 'saved' || (clearSecretsOnError && refused && sent) ? state.at : null,
  )

  const guards = warnOnLeave && !readOnly
  useEffect(() => {
    if (guards) void loadGuard().catch(() => undefined)
  }, [guards])

  async function objection(typed: FormData) {
    const faults = Object.entries(await checks.faults(typed)).map(([name, rule]) => [name, t(rule)])
    return faults.length > 0 ? { message: t('form.correct'), fields: Object.fromEntries(faults) } : null
  }
  function settled(next: FormState<Field>, reached: boolean) {
    if (reached) checks.answered()
    else checks.refused()
    if (next.status === 'saved') edits.saved()
  }
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    if (submit(event)) edits.sent()
  }
  function onInput(event: InputEvent<HTMLFormElement>) {
    edits.typedIn(event)
    checks.typedIn(event, refused ? Object.keys(state.fields) : [])
  }

  if (renderDone && state.status === 'saved') return renderDone(state)
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} onInput={onInput} noValidate>
      <FormContext value={{ prefix, state, verdicts: checks.verdicts, pending, readOnly, withheld }}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        {initialValues !== null && <InitialValues shown={initialValues} />}
        <div className="space-y-5">
          {state.status === 'rejected' && <ErrorSummary key={state.at} state={state} prefix={prefix} />}
          {!readOnly && withheld.length > 0 && (
            <p className="text-sm text-ink-soft">{t('form.withheld.form')}</p>
          )}
          {/* What was kept is filled in as at first. */}
          <Fragment key={initial?.at}>{children}</Fragment>
          {!readOnly && (
            <SaveBar
              {...{ state, pending, edited: edits.unsent, submit: props.submit, submitting, sticky, wide }}
            >
              {beside}
            </SaveBar>
          )}
        </div>
        <Suspense>
          {guards && !pending && (edits.unsent || refused) && <UnsavedGuard lost={edits.lost} />}
        </Suspense>
      </FormContext>
    </form>
  )
}

/** Where a form stands whose page was loaded anew while it was filled in: nothing is wrong with it, and nothing was saved. */
function useInitial<Field extends string>(form: FormRef, about: string): Refusal<Field> | null {
  const t = useTranslations('form')
  const kept = useRestoredDraft<Field>(form, about)
  return (
    kept && {
      status: 'rejected',
      message: t('loaded'),
      fields: {},
      reference: null,
      newVersion: 'loaded',
      ...kept,
    }
  )
}

/** What the form was filled with; after a refusal what the action says of it, so that a change by somebody else counts as seen. */
function InitialValues({ shown }: { shown: string }): ReactNode {
  const { typed } = useFieldState('initialValues')
  return <input type="hidden" name="initialValues" value={typed === null || typed === '' ? shown : typed} />
}

/** Shows what the server made of the values once they come back saved; never over something typed and not yet saved. */
function useFreshValues(form: FormRef, initialValues: string | null, settled: boolean) {
  const shown = useRef(initialValues)
  useEffect(() => {
    if (!settled || shown.current === initialValues) return
    form.current?.reset()
    shown.current = initialValues
  }, [form, initialValues, settled])
}

/** A secret that was saved is not kept in the page. */
function useClearedSecrets(form: FormRef, doneAt: number | null) {
  useEffect(() => {
    if (doneAt === null) return
    for (const input of form.current?.querySelectorAll<HTMLInputElement>('input[data-secret]') ?? [])
      input.value = ''
  }, [form, doneAt])
}
