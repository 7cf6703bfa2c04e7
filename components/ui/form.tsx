'use client'
import { useTranslations } from 'next-intl'
import {
  Fragment,
  lazy,
  startTransition,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type InputEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react'
import type { FormAction, FormState, Success } from '../../lib/views/form.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext } from './form-context.ts'
import { useSaveDraft } from './form-draft.ts'
import { InitialValues, useClearedSecrets, useFreshValues, useInitial } from './form-values.tsx'
import { SaveBar } from './save-bar.tsx'
import { useFieldChecks, type LoadRules } from './use-field-checks.ts'
import { useEdits } from './use-edits.ts'
import { UNSAVED } from './unsaved.ts'
import { useSubmission } from './use-submission.ts'

type Props<Field extends string> = {
  action: FormAction<Field>
  /** Replaces `action` where there is script: for actions that take long and report their progress. */
  send?: FormAction<Field>
  /**
   * Loads the validation rules that the server applies too, `() => import(...)`. Fields are checked while the
   * form is filled in, and invalid forms are not sent.
   */
  rules?: LoadRules
  /** Hidden fields, such as the id of what is edited. */
  hidden?: Partial<Record<Field, string>>
  /** The initial values by field; sent along, so that only changes are saved. */
  initialValues?: Partial<Record<Field, string>>
  submit: string
  /** Shown while the form is being submitted. */
  submitting: string
  /** Shown beside the submit button, such as a link back. */
  beside?: ReactNode
  /** Keeps the submit button visible at the bottom of a long form. */
  sticky?: boolean
  /** Makes the submit button as wide as the form. */
  wide?: boolean
  /** Something is destroyed: the submit button is red. */
  dangerous?: boolean
  /** Keeps the submit button disabled, where there is script. */
  blocked?: boolean
  /** Warns before unsaved input is lost. */
  warnOnLeave?: boolean
  /** Clears secret fields after a refusal too, so that they are typed again. */
  clearSecretsOnError?: boolean
  /** Nothing can be changed or sent. */
  readOnly?: boolean
  /** Fields that are locked while impersonating; the form says why. */
  withheld?: readonly string[]
  /** Replaces the form after success. */
  renderDone?: (done: Success) => ReactNode
  children: ReactNode
}

// Loaded after the form is mounted, to be there for the first change. If it cannot be loaded there is no
// warning: an error here would itself lose the input.
const loadGuard = () => import('./unsaved-guard.tsx')
const UnsavedGuard = lazy(async () => {
  try {
    return { default: (await loadGuard()).UnsavedGuard }
  } catch {
    return { default: () => null }
  }
})

/**
 * A form that works without script, and better with it. Its fields are the `*Field` components of this
 * folder.
 */
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
    dangerous = false,
    blocked = false,
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
  const { state, sent, toasted, pending, formAction, submit, clear } = useSubmission(action, {
    send,
    objection,
    settled,
    initial,
    quiet: renderDone !== undefined,
  })
  const edits = useEdits(form)
  const [discards, setDiscards] = useState(0)
  const prefix = useId()
  const initialValues = props.initialValues ? JSON.stringify(props.initialValues) : null
  const refused = state.status === 'rejected'
  const unsaved = edits.changes.length > 0

  useSaveDraft(form, about, unsaved || refused)
  useFreshValues(form, initialValues, !unsaved && !pending && !refused, edits.stored)
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
    if (faults.length === 0) return null
    return { message: t('form.correct'), fields: Object.fromEntries(faults), fieldsOnly: true } as const
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
    edits.typedIn()
    checks.typedIn(event, refused ? Object.keys(state.fields) : [])
  }

  /** The fields are rendered anew, with their initial values. */
  function discard() {
    setDiscards(discards + 1)
    clear()
    checks.answered()
  }
  const onDiscarded = useEffectEvent(() => edits.stored())
  useEffect(() => {
    if (discards > 0) startTransition(onDiscarded)
  }, [discards])

  if (renderDone && state.status === 'saved') return renderDone(state)
  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={onSubmit}
      onInput={onInput}
      noValidate
      tabIndex={-1}
      className="outline-none"
      {...{ [UNSAVED]: unsaved || undefined }}
    >
      <FormContext value={{ prefix, state, checks: checks.results, pending, readOnly, withheld }}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        {initialValues !== null && <InitialValues shown={initialValues} />}
        <div className="space-y-5">
          {state.status === 'rejected' && <ErrorSummary key={state.at} state={state} prefix={prefix} />}
          {!readOnly && withheld.length > 0 && (
            <p className="text-sm text-ink-soft">{t('form.withheld.form')}</p>
          )}
          {/* Restored drafts become initial values. */}
          <Fragment key={`${initial?.at} ${discards}`}>{children}</Fragment>
          {!readOnly && (
            <SaveBar
              {...{
                state,
                toasted,
                pending,
                changes: initialValues === null ? null : edits.changes.length,
                onDiscard: discard,
                submit: props.submit,
                submitting,
                sticky,
                wide,
                dangerous,
                blocked,
              }}
            >
              {beside}
            </SaveBar>
          )}
        </div>
        <Suspense>
          {guards && !pending && (unsaved || refused) && <UnsavedGuard form={form} lost={edits.changes} />}
        </Suspense>
      </FormContext>
    </form>
  )
}
