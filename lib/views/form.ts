// The state types that a form and its action exchange.

/** The typed text, returned so that nothing is lost; never with passwords. */
export type Typed<Field extends string> = Partial<Record<Field, string>>

/**
 * Nothing (or as `message` says) was saved; `fields` has a message for each field at fault, `typed` the text
 * to show again. `fieldsOnly`: the message says no more than that fields are at fault. `reference` finds the
 * case in the log when the portal was at fault. `proveFirst`: the input is fine, but the viewer needs a
 * step-up. `newVersion`: the portal was updated, and the page has to be loaded again (`found`), or was, and
 * `typed` is from before (`loaded`).
 */
export type Refusal<Field extends string> = {
  status: 'rejected'
  message: string
  fields: Partial<Record<Field, string>>
  fieldsOnly?: true
  typed: Typed<Field>
  reference: string | null
  proveFirst?: true
  newVersion?: 'found' | 'loaded'
  at: number
}

/**
 * Done; `once` is shown now and never again, such as recovery codes. `undo` names the change to the action
 * that undoes it.
 */
export type Success = {
  status: 'saved'
  message: string
  once?: readonly string[]
  undo?: string
  at: number
}

/**
 * `message` says what was done. Messages are in the reader's language; `at` distinguishes one result from the
 * next.
 */
export type FormState<Field extends string> = { status: 'idle' } | Success | Refusal<Field>

/** A server action as a form sees it; pages pass it down, no component imports one. */
export type FormAction<Field extends string> = (
  before: FormState<Field>,
  form: FormData,
) => Promise<FormState<Field>>

export const idle: { status: 'idle' } = { status: 'idle' }

/**
 * Why a read action failed: a message with its reference in the log (empty: none). `proveFirst` and
 * `newVersion` as in a refusal.
 */
export type Failure = {
  ok: false
  message: string
  reference: string
  proveFirst?: true
  newVersion?: 'found'
}

/** The result of a read action. */
export type Answer<T> = { ok: true; value: T } | Failure
