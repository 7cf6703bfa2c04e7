// Every way in which we fail. What a person is told of it is a key of the catalogue: no message holds a URL, an id or a sentence written upstream.
import 'server-only'
import { messageKeyOf, type LocalizedMessage, type MessageKey } from './i18n/message-key.ts'

/** An error that a person is told of: `said` is the sentence. `message` is its key, so that logs and the trail have one language. */
export class UserFacingError extends Error {
  readonly userMessage: LocalizedMessage
  constructor(userMessage: LocalizedMessage, options?: { cause?: unknown }) {
    super(messageKeyOf(userMessage), options)
    this.userMessage = userMessage
  }
}

/** Nobody is signed in, or not any more. */
export class SignedOut extends UserFacingError {
  override readonly name = 'SignedOut'
  constructor() {
    super('messages.signedOut')
  }
}

/** The acting that a page belongs to is over: by its time, by somebody, or it never was this browser's. */
export class ImpersonationEnded extends UserFacingError {
  override readonly name = 'ImpersonationEnded'
  constructor() {
    super('messages.impersonation.ended')
  }
}

/** The viewer may not do this; or the request did not come from our own pages. */
export class Forbidden extends UserFacingError {
  override readonly name = 'Forbidden'
  constructor(userMessage: LocalizedMessage = 'messages.forbidden') {
    super(userMessage)
  }
}

/** There is no such thing for this viewer: absent, of another session, of another kind and malformed are one answer. */
export class NotFound extends UserFacingError {
  override readonly name = 'NotFound'
  constructor() {
    super('messages.notFound')
  }
}

/** What was typed is refused; `fields` says at which field and why. */
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
 * Somebody else changed the same since the form was filled; `fields` says what became of it. `was` is what the form says next time it was
 * filled with: what has now been seen, and for every other field what it said before, or theirs would be overwritten unseen.
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

/** Which neighbour of ours did not answer as it should. */
export type Dependency = 'kazoo' | 'redis' | 'postgres'

/**
 * What happened at the neighbour. `unreachable`: no answer. `timeout`: none in the time that we wait. `interrupted`: it broke off in the
 * middle of its answer. `refused`: it does not take our credentials. `forbidden`: it takes them and does not allow this to them (its 403, which
 * says nothing of the viewer's role). `limited`: too many calls. `badRequest`, `paymentRequired`, `conflict`: what it says to a read with
 * 400, 402, 409. `failed`: an error of its own. `tooLarge`: an answer beyond our limit. `faulty`: an answer that makes no sense. `unknown`: a
 * write was sent and we do not know whether it was done.
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

/** A neighbour of ours is in trouble. `retryAfter` is in seconds, where the neighbour said so; `said` is a sentence more exact than its trouble's. */
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
      options.userMessage ?? key(dependency, reason),
      options.cause === undefined ? {} : { cause: options.cause },
    )
    this.dependency = dependency
    this.reason = reason
    this.retryAfter = options.retryAfter ?? null
  }
}

/** Whether it was Kazoo that does not allow this, to whoever's token was used. */
export function kazooForbids(error: unknown): boolean {
  return error instanceof Unavailable && error.dependency === 'kazoo' && error.reason === 'forbidden'
}

/** For an answer that several wait for: where the time of whoever asked ran out, those who still have time ask themselves. */
export function retryAfterTimeout<T>(again: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (error instanceof Unavailable && error.reason === 'timeout') return again()
    throw error
  }
}

function key(dependency: Dependency, reason: FailureReason): MessageKey {
  if (dependency === 'kazoo') return `messages.kazoo.${reason}`
  if (dependency === 'postgres' && reason === 'limited') return 'messages.busy'
  return `messages.${dependency}.${reason === 'unknown' ? 'unknown' : 'interrupted'}`
}
