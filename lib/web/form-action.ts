// Where a form meets the domain: who, what was typed, what became of it. Every action of ours is made here.
import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { Forbidden, NotFound, Overtaken, Rejected, SignedOut, Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { currentViewer, type Viewer } from '../session/viewer.ts'
import type { Answer, FormAction, FormState } from '../views/form.ts'
import { textsOf, typedOf } from './fields.ts'
import { requireSameOrigin } from './same-origin.ts'

const CORRECT = 'Nothing was saved. Please correct what is marked.'
const SIGNED_OUT =
  'Your session has ended and nothing was saved. Sign in again in another tab, then save here once more.'
const GONE = 'This is no longer there, or not for you. Nothing was saved.'
const OWN_FAULT = 'The portal made a mistake. Please try again; if it stays so, tell support the reference.'

/**
 * An action of somebody signed in: parses what was posted (anybody can post anything), runs the verb, and tells the form how it ended.
 * `run` answers the sentence of success, or redirects. A `Rejected` may carry `created` or `was`, which are handed back to the form.
 */
export function formAction<Field extends string, In>(
  input: z.ZodType<In>,
  run: (viewer: Viewer, input: In) => Promise<string>,
): FormAction<Field> {
  return guestAction(input, async (parsed) => {
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    return run(viewer, parsed)
  })
}

/** The same before anybody is signed in. */
export function guestAction<Field extends string, In>(
  input: z.ZodType<In>,
  run: (input: In) => Promise<string>,
): FormAction<Field> {
  return async (_before, form) => {
    const texts = textsOf(form)
    try {
      await requireSameOrigin()
      const parsed = input.safeParse(texts)
      if (!parsed.success) throw new Rejected(firstIssues(parsed.error), CORRECT)
      return { status: 'saved', message: await run(parsed.data), at: Date.now() }
    } catch (error) {
      unstable_rethrow(error)
      return rejected(error, texts)
    }
  }
}

/** An action that only asks: for trees that unfold, and secrets that are shown on request. */
export function readAction<In, T>(
  input: z.ZodType<In>,
  run: (viewer: Viewer, input: In) => Promise<T>,
): (given: unknown) => Promise<Answer<T>> {
  return async (given) => {
    try {
      await requireSameOrigin()
      const parsed = input.safeParse(given)
      if (!parsed.success) throw new NotFound()
      const viewer = await currentViewer()
      if (viewer === null) throw new SignedOut()
      return { ok: true, value: await run(viewer, parsed.data) }
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, message: sentenceOf(error), reference: noted(error) }
    }
  }
}

function firstIssues(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of error.issues) fields[String(path[0] ?? '')] ??= message
  return fields
}

function rejected<Field extends string>(error: unknown, texts: Record<string, string>): FormState<Field> {
  const fields: Partial<Record<string, string>> = error instanceof Rejected ? error.fields : {}
  const created = error instanceof Rejected && 'created' in error ? { created: String(error.created) } : {}
  const was = error instanceof Overtaken ? { was: JSON.stringify(error.was) } : {}
  const typed: Partial<Record<string, string>> = { ...typedOf(texts), ...created, ...was }
  const reference = error instanceof Rejected ? null : noted(error)
  return { status: 'rejected', message: sentenceOf(error), fields, typed, reference, at: Date.now() }
}

/** Our errors speak for themselves; of anything else only the log knows more. */
function sentenceOf(error: unknown): string {
  if (error instanceof SignedOut) return SIGNED_OUT
  if (error instanceof NotFound) return GONE
  const ours = error instanceof Rejected || error instanceof Forbidden || error instanceof Unavailable
  return ours ? error.message : OWN_FAULT
}

/** Puts the case into the log, and answers the reference under which it is found there. */
function noted(error: unknown): string {
  const { reference, path } = currentRequest()
  const expected = error instanceof SignedOut || error instanceof NotFound || error instanceof Forbidden
  log[expected ? 'info' : 'error']('action refused', { error, reference, path })
  return reference
}
