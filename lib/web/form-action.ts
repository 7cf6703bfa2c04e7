// Connects forms to the domain: finds the viewer, parses the input, and returns the result. All our actions
// are created here.
import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { collectChanges } from '../domain/audit/recorded-changes.ts'
import { changedName, undoableEvents } from '../domain/audit/undo.ts'
import { StepUpNeeded } from '../domain/member/require-step-up.ts'
import {
  ConflictError,
  Forbidden,
  NotFound,
  Rejected,
  SavedThoughRefused,
  SignedOut,
  UserFacingError,
} from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import type { Answer, FormAction, FormState, Success } from '../views/form.ts'
import { readForm, textsOf } from '../views/form-check.ts'
import { typedOf } from '../views/secret-fields.ts'
import { isBlank } from '../views/text-rules.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { limitMs, withDeadline } from './read-timeout.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate, translateFields } from './translate.ts'
import { currentViewer, type Viewer } from './viewer.ts'

/** The result of a successful verb: a message, and what is shown once and never again. */
export type Done = LocalizedMessage | { say: LocalizedMessage; once: readonly string[] }

/** A result, and what undoes it. */
type Answered = { done: Done; undo: string | null }

/**
 * An action for signed-in viewers: parses the posted input (anybody can post anything), runs the verb, and
 * returns the result to the form. `run` returns the message of the success, or redirects. An error may have
 * the properties in `ECHOED` or `initialValues`, which are returned to the form.
 */
export function formAction<Field extends string, In>(
  input: z.ZodType<In>,
  run: (viewer: Viewer, input: In) => Promise<Done>,
): FormAction<Field> {
  return action(input, async (parsed) => {
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    return collectChanges(async () => ({ done: await run(viewer, parsed), undo: undoableEvents(viewer) }))
  })
}

/** The same without a session. */
export function guestAction<Field extends string, In>(
  input: z.ZodType<In>,
  run: (input: In) => Promise<Done>,
): FormAction<Field> {
  return action(input, async (parsed) => ({ done: await run(parsed), undo: null }))
}

function action<Field extends string, In>(
  input: z.ZodType<In>,
  run: (input: In) => Promise<Answered>,
): FormAction<Field> {
  return async (_before, form) => {
    try {
      await requireSameOrigin()
      const parsed = readForm(input, form)
      if (!parsed.ok) throw new Rejected(parsed.faults)
      return await saved(await run(parsed.value))
    } catch (error) {
      unstable_rethrow(error)
      return await rejected(error, textsOf(form))
    }
  }
}

/**
 * An action that only reads: for trees that unfold, and secrets that are shown on request. Its time limit is
 * that of a page.
 */
export function readAction<In, T>(
  input: z.ZodType<In>,
  run: (viewer: Viewer, input: In) => Promise<T>,
): (given: unknown) => Promise<Answer<T>> {
  return guestReadAction(input, async (parsed) => {
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    return withDeadline(viewer, limitMs(), (patient) => run(patient, parsed))
  })
}

/** The same without a session. */
export function guestReadAction<In, T>(
  input: z.ZodType<In>,
  run: (input: In) => Promise<T>,
): (given: unknown) => Promise<Answer<T>> {
  return async (given) => {
    try {
      await requireSameOrigin()
      const parsed = input.safeParse(given)
      if (!parsed.success) throw new NotFound()
      return { ok: true, value: await run(parsed.data) }
    } catch (error) {
      unstable_rethrow(error)
      const reference = error instanceof Rejected ? '' : logged(error)
      return { ok: false, message: await translate(messageOf(error)), reference, ...proofFor(error) }
    }
  }
}

/** "Reception saved.", or without a name where the action has changed nothing with one. */
export function savedMessage(): LocalizedMessage {
  const name = changedName()
  return name === null || isBlank(name) ? 'messages.saved' : { key: 'messages.savedNamed', values: { name } }
}

async function saved({ done, undo }: Answered): Promise<Success> {
  const { say, once } = typeof done === 'object' && 'once' in done ? done : { say: done, once: null }
  const more = { ...(once && { once }), ...(undo !== null && { undo }) }
  return { status: 'saved', message: await translate(say), ...more, at: Date.now() }
}

/** Nothing is wrong, except that the viewer needs a step-up. */
function proofFor(error: unknown): { proveFirst?: true } {
  return error instanceof StepUpNeeded ? { proveFirst: true } : {}
}

async function rejected<Field extends string>(
  error: unknown,
  texts: Record<string, string>,
): Promise<FormState<Field>> {
  const fields: Partial<Record<string, string>> =
    error instanceof Rejected ? await translateFields(error.fields) : {}
  const initialValues =
    error instanceof ConflictError || error instanceof SavedThoughRefused
      ? { initialValues: JSON.stringify(error.initialValues) }
      : {}
  const typed: Partial<Record<string, string>> = {
    ...typedOf(texts),
    ...echoedFields(error),
    ...initialValues,
  }
  const refusedOnly = error instanceof Rejected && !(error instanceof SavedThoughRefused)
  const reference = refusedOnly ? null : logged(error)
  const fieldsOnly =
    error instanceof Rejected && error.userMessage === 'messages.correct' && Object.keys(fields).length > 0
  const message = await translate(messageOf(error))
  return {
    status: 'rejected',
    message,
    fields,
    ...(fieldsOnly && { fieldsOnly }),
    typed,
    reference,
    ...proofFor(error),
    at: Date.now(),
  }
}

/** The properties of an error that the form keeps for its next attempt. */
const ECHOED = ['created', 'unconfirmed', 'notKept', 'emailInUse', 'sharedEmail'] as const

function echoedFields(error: unknown): Record<string, string> {
  if (!(error instanceof UserFacingError)) return {}
  const properties = new Map<string, unknown>(Object.entries(error))
  return Object.fromEntries(
    ECHOED.flatMap((name) => (properties.has(name) ? [[name, String(properties.get(name))]] : [])),
  )
}

/** Our errors have a message of their own; for any other, only the log has details. */
function messageOf(error: unknown): LocalizedMessage {
  if (error instanceof SignedOut) return 'messages.sessionEnded'
  if (error instanceof NotFound) return 'messages.gone'
  return error instanceof UserFacingError ? error.userMessage : 'messages.fault'
}

/** Logs the error, and returns the reference under which it is found there. */
function logged(error: unknown): string {
  const { reference, path } = currentRequest()
  const expected = error instanceof SignedOut || error instanceof NotFound || error instanceof Forbidden
  log[expected ? 'info' : 'error']('action refused', { error, reference, path })
  return reference
}
