// What a form and its action say to each other.

/** What was typed, given back so that nothing is lost; passwords are never among it. */
export type Typed<Field extends string> = Partial<Record<Field, string>>

/**
 * Nothing (or as `message` says) was saved; `fields` has a sentence for each field at fault, `typed` what to show again, `reference` finds the case
 * in the log when the fault was not the typist's. `proveFirst`: nothing is wrong with it, but who sends it has to prove anew who they are.
 * `newVersion`: the portal was renewed under the page, which has to be loaded again (`found`), or was, and `typed` is from before (`loaded`).
 */
export type Refusal<Field extends string> = {
  status: 'rejected'
  message: string
  fields: Partial<Record<Field, string>>
  typed: Typed<Field>
  reference: string | null
  proveFirst?: true
  newVersion?: 'found' | 'loaded'
  at: number
}

/** Done; `once` is what is shown now and never again, such as recovery codes. */
export type Success = { status: 'saved'; message: string; once?: readonly string[]; at: number }

/** `message` says what was done. Sentences are in the reader's language; `at` tells one answer from the next. */
export type FormState<Field extends string> = { status: 'idle' } | Success | Refusal<Field>

/** A server action as a form sees it; pages hand it down, no component imports one. */
export type FormAction<Field extends string> = (
  before: FormState<Field>,
  form: FormData,
) => Promise<FormState<Field>>

export const idle: { status: 'idle' } = { status: 'idle' }

/**
 * Why a read action has no answer: a sentence with the reference under which the log knows it (empty: it knows nothing). `proveFirst` and
 * `newVersion` as of a refusal.
 */
export type Failure = {
  ok: false
  message: string
  reference: string
  proveFirst?: true
  newVersion?: 'found'
}

/** What a read action answers. */
export type Answer<T> = { ok: true; value: T } | Failure
