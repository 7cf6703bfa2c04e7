// Every way in which we fail, in our own words: no message holds a URL, an id or a sentence written upstream.
import 'server-only'

/** Nobody is signed in, or not any more. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
  constructor() {
    super('You are signed out.')
  }
}

/** The viewer may not do this; or the request did not come from our own pages. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  constructor(message = 'You may not do this.') {
    super(message)
  }
}

/** There is no such thing for this viewer: absent, of another session, of another kind and malformed are one answer. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  constructor() {
    super('There is nothing here.')
  }
}

/** What was typed is refused; `fields` says at which field and why, in our words. */
export class Rejected extends Error {
  override readonly name = 'Rejected'
  readonly fields: Readonly<Record<string, string>>
  constructor(
    fields: Readonly<Record<string, string>>,
    message = 'Nothing was saved. Please correct what is marked.',
  ) {
    super(message)
    this.fields = fields
  }
}

/**
 * Somebody else changed the same since the form was filled; `fields` says what became of it. `was` is what the form says next time it was
 * filled with: what has now been seen, and for every other field what it said before, or theirs would be overwritten unseen.
 */
export class Overtaken extends Rejected {
  readonly was: Readonly<Partial<Record<string, string>>>
  constructor(fields: Readonly<Record<string, string>>, was: Readonly<Partial<Record<string, string>>>) {
    super(fields, 'Nothing was saved: somebody else changed the same meanwhile. Save again to keep yours.')
    this.was = was
  }
}

/** Which neighbour of ours did not answer as it should. */
export type Neighbour = 'kazoo' | 'redis' | 'postgres'

/**
 * What happened at the neighbour. `unreachable`: no answer. `refused`: it does not take our credentials. `limited`: too many
 * calls. `faulty`: an answer that makes no sense. `unknown`: a write was sent and we do not know whether it was done.
 */
export type Trouble = 'unreachable' | 'refused' | 'limited' | 'faulty' | 'unknown'

const SENTENCES: Record<Neighbour, Record<Trouble, string>> = {
  kazoo: {
    unreachable: 'The telephone system does not answer. Nothing was changed; please try again in a moment.',
    refused:
      'The telephone system no longer accepts the credentials of this portal. Please ask the owner to look at the connection.',
    limited:
      'The telephone system asks for patience: too many requests. Nothing was changed; please try again in a few seconds.',
    faulty:
      'The telephone system gave an answer that makes no sense. Please try again; if it stays so, tell support the reference.',
    unknown:
      'The telephone system did not confirm the change. It may or may not have been made: look at it again before you repeat it.',
  },
  redis: {
    unreachable: 'The portal is interrupted for a moment. Nothing was changed; please try again.',
    refused: 'The portal is interrupted for a moment. Nothing was changed; please try again.',
    limited: 'The portal is interrupted for a moment. Nothing was changed; please try again.',
    faulty: 'The portal is interrupted for a moment. Nothing was changed; please try again.',
    unknown:
      'The portal is interrupted for a moment. Please look whether your change was made before you repeat it.',
  },
  postgres: {
    unreachable:
      'The portal cannot reach its own records. Nothing was changed; please try again in a moment.',
    refused: 'The portal cannot reach its own records. Nothing was changed; please try again in a moment.',
    limited: 'The portal cannot reach its own records. Nothing was changed; please try again in a moment.',
    faulty: 'The portal cannot reach its own records. Nothing was changed; please try again in a moment.',
    unknown:
      'The portal could not note the change in its records. Please look whether it was made before you repeat it.',
  },
}

/** A neighbour of ours is in trouble. `retryAfter` is in seconds, where the neighbour said so. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly neighbour: Neighbour
  readonly trouble: Trouble
  readonly retryAfter: number | null
  constructor(
    neighbour: Neighbour,
    trouble: Trouble,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(SENTENCES[neighbour][trouble], { cause: options.cause })
    this.neighbour = neighbour
    this.trouble = trouble
    this.retryAfter = options.retryAfter ?? null
  }
}
