// Defines the errors of the portal. Each carries the key of a message for the user; no message contains a
// URL, an id or text from another server.
import 'server-only'
import { messageKeyOf, type LocalizedMessage, type MessageKey } from './i18n/message-key.ts'

/**
 * An error with a message for the user. `userMessage` is that message; `message` is its key, so that logs and
 * the audit log have one language.
 */
export class UserFacingError extends Error {
  readonly userMessage: LocalizedMessage
  constructor(userMessage: LocalizedMessage, options?: { cause?: unknown }) {
    super(messageKeyOf(userMessage), options)
    this.userMessage = userMessage
  }
}

/** There is no session, or it has ended. */
export class SignedOut extends UserFacingError {
  override readonly name = 'SignedOut'
  constructor() {
    super('messages.signedOut')
  }
}

/** The impersonation that the page belongs to has expired, was ended, or was started by another session. */
export class ImpersonationEnded extends UserFacingError {
  override readonly name = 'ImpersonationEnded'
  constructor() {
    super('messages.impersonation.ended')
  }
}

/** The viewer's role does not allow this, or the request did not come from a page of the portal. */
export class Forbidden extends UserFacingError {
  override readonly name = 'Forbidden'
  constructor(userMessage: LocalizedMessage = 'messages.forbidden') {
    super(userMessage)
  }
}

/**
 * The viewer has no such resource. An id that is unknown, of another session, of another kind or malformed
 * gets the same answer.
 */
export class NotFound extends UserFacingError {
  override readonly name = 'NotFound'
  constructor() {
    super('messages.notFound')
  }
}

/** The input was rejected; `fields` has a message for each field that caused it. */
export class Rejected extends UserFacingError {
  override readonly name = 'Rejected'
  readonly fields: Readonly<Record<string, LocalizedMessage>>
  constructor(
    fields: Readonly<Record<string, LocalizedMessage>>,
    userMessage: LocalizedMessage = 'messages.correct',
  ) {
    super(userMessage)
    this.fields = fields
  }
}

/**
 * Somebody else changed the same fields after the form was loaded; `fields` has a message for each.
 * `initialValues` is what the form posts with the next attempt: the new values of the fields in conflict, and
 * the old ones of all others, so that the other user's changes are not overwritten unseen.
 */
export class ConflictError extends Rejected {
  readonly initialValues: Readonly<Partial<Record<string, string>>>
  constructor(
    fields: Readonly<Record<string, LocalizedMessage>>,
    initialValues: Readonly<Partial<Record<string, string>>>,
  ) {
    super(fields, 'messages.conflict.all')
    this.initialValues = initialValues
  }
}

/**
 * Kazoo refused a change and saved it nevertheless, and it could not be undone. `fields` says of each saved
 * field what it was before. `initialValues` is what Kazoo has now: the form posts it with the next attempt.
 * `reason` tells the user what to do.
 */
export class SavedThoughRefused extends Rejected {
  readonly initialValues: Readonly<Partial<Record<string, string>>>
  constructor(
    fields: Readonly<Record<string, LocalizedMessage>>,
    reason: LocalizedMessage,
    initialValues: Readonly<Partial<Record<string, string>>>,
  ) {
    super(fields, reason)
    this.initialValues = initialValues
  }
}

/** The dependency that failed. */
export type Dependency = 'kazoo' | 'redis' | 'postgres'

/**
 * How a dependency failed. `unreachable`: no answer. `timeout`: no answer in time. `interrupted`: the answer
 * broke off. `refused`: it does not accept our credentials. `forbidden`: it accepts them and does not allow
 * this to them (Kazoo's 403, which says nothing about the viewer's role). `limited`: too many calls.
 * `badRequest`, `paymentRequired`, `conflict`: it answered a read with 400, 402 or 409. `failed`: it reported
 * an error of its own. `tooLarge`: the answer exceeds our limit. `faulty`: the answer makes no sense.
 * `unknown`: a write was sent, and it is not known whether it was carried out.
 */
export const FAILURE_REASONS = [
  'unreachable',
  'timeout',
  'interrupted',
  'refused',
  'forbidden',
  'limited',
  'badRequest',
  'paymentRequired',
  'conflict',
  'failed',
  'tooLarge',
  'faulty',
  'unknown',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

/**
 * A dependency failed. `retryAfter` is in seconds, where the dependency sent it. `options.userMessage`
 * replaces the general message for the dependency and reason.
 */
export class Unavailable extends UserFacingError {
  override readonly name = 'Unavailable'
  readonly dependency: Dependency
  readonly reason: FailureReason
  readonly retryAfter: number | null
  constructor(
    dependency: Dependency,
    reason: FailureReason,
    options: { retryAfter?: number; cause?: unknown; userMessage?: LocalizedMessage } = {},
  ) {
    super(
      options.userMessage ?? messageKeyFor(dependency, reason),
      options.cause === undefined ? {} : { cause: options.cause },
    )
    this.dependency = dependency
    this.reason = reason
    this.retryAfter = options.retryAfter ?? null
  }
}

/** Whether Kazoo forbids the call to the credentials that were used. */
export function kazooForbids(error: unknown): boolean {
  return error instanceof Unavailable && error.dependency === 'kazoo' && error.reason === 'forbidden'
}

/**
 * Shares one pending call: when it timed out for the caller that started it, `retry` runs for a caller that
 * has time left. Rethrows every other error.
 */
export function retryAfterTimeout<T>(retry: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (error instanceof Unavailable && error.reason === 'timeout') return retry()
    throw error
  }
}

function messageKeyFor(dependency: Dependency, reason: FailureReason): MessageKey {
  if (dependency === 'kazoo') return `messages.kazoo.${reason}`
  if (dependency === 'postgres' && reason === 'limited') return 'messages.busy'
  return `messages.${dependency}.${reason === 'unknown' ? 'unknown' : 'interrupted'}`
}
