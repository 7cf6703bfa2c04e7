// Every way in which we fail. What a person is told of it is a key of the catalogue: no message holds a URL, an id or a sentence written upstream.
import 'server-only'
import { keyOf, type Said, type Sentence } from './words/said.ts'

/** An error that a person is told of: `said` is the sentence. `message` is its key, so that logs and the trail have one language. */
export class Told extends Error {
  readonly said: Said
  constructor(said: Said, options?: { cause?: unknown }) {
    super(keyOf(said), options)
    this.said = said
  }
}

/** Nobody is signed in, or not any more. */
export class SignedOut extends Told {
  override readonly name = 'SignedOut'
  constructor() {
    super('said.signedOut')
  }
}

/** The acting that a page belongs to is over: by its time, by somebody, or it never was this browser's. */
export class ActingEnded extends Told {
  override readonly name = 'ActingEnded'
  constructor() {
    super('said.acting.ended')
  }
}

/** The viewer may not do this; or the request did not come from our own pages. */
export class Forbidden extends Told {
  override readonly name = 'Forbidden'
  constructor(said: Said = 'said.forbidden') {
    super(said)
  }
}

/** There is no such thing for this viewer: absent, of another session, of another kind and malformed are one answer. */
export class NotFound extends Told {
  override readonly name = 'NotFound'
  constructor() {
    super('said.notFound')
  }
}

/** What was typed is refused; `fields` says at which field and why. */
export class Rejected extends Told {
  override readonly name = 'Rejected'
  readonly fields: Readonly<Record<string, Said>>
  constructor(fields: Readonly<Record<string, Said>>, said: Said = 'said.correct') {
    super(said)
    this.fields = fields
  }
}

/**
 * Somebody else changed the same since the form was filled; `fields` says what became of it. `was` is what the form says next time it was
 * filled with: what has now been seen, and for every other field what it said before, or theirs would be overwritten unseen.
 */
export class Overtaken extends Rejected {
  readonly was: Readonly<Partial<Record<string, string>>>
  constructor(fields: Readonly<Record<string, Said>>, was: Readonly<Partial<Record<string, string>>>) {
    super(fields, 'said.overtaken.all')
    this.was = was
  }
}

/** Which neighbour of ours did not answer as it should. */
export type Neighbour = 'kazoo' | 'redis' | 'postgres'

/**
 * What happened at the neighbour. `unreachable`: no answer. `timeout`: none in the time that we wait. `interrupted`: it broke off in the
 * middle of its answer. `refused`: it does not take our credentials. `forbidden`: it takes them and does not allow this to them (its 403, which
 * says nothing of the viewer's role). `limited`: too many calls. `badRequest`, `paymentRequired`, `conflict`: what it says to a read with
 * 400, 402, 409. `failed`: an error of its own. `tooLarge`: an answer beyond our limit. `faulty`: an answer that makes no sense. `unknown`: a
 * write was sent and we do not know whether it was done.
 */
export const TROUBLES = [
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
export type Trouble = (typeof TROUBLES)[number]

/** A neighbour of ours is in trouble. `retryAfter` is in seconds, where the neighbour said so; `said` is a sentence more exact than its trouble's. */
export class Unavailable extends Told {
  override readonly name = 'Unavailable'
  readonly neighbour: Neighbour
  readonly trouble: Trouble
  readonly retryAfter: number | null
  constructor(
    neighbour: Neighbour,
    trouble: Trouble,
    options: { retryAfter?: number; cause?: unknown; said?: Said } = {},
  ) {
    super(
      options.said ?? sentence(neighbour, trouble),
      options.cause === undefined ? {} : { cause: options.cause },
    )
    this.neighbour = neighbour
    this.trouble = trouble
    this.retryAfter = options.retryAfter ?? null
  }
}

/** Whether it was Kazoo that does not allow this, to whoever's token was used. */
export function kazooForbids(error: unknown): boolean {
  return error instanceof Unavailable && error.neighbour === 'kazoo' && error.trouble === 'forbidden'
}

/** For an answer that several wait for: where the time of whoever asked ran out, those who still have time ask themselves. */
export function againAfterTimeout<T>(again: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (error instanceof Unavailable && error.trouble === 'timeout') return again()
    throw error
  }
}

function sentence(neighbour: Neighbour, trouble: Trouble): Sentence {
  if (neighbour === 'kazoo') return `said.kazoo.${trouble}`
  if (neighbour === 'postgres' && trouble === 'limited') return 'said.busy'
  return `said.${neighbour}.${trouble === 'unknown' ? 'unknown' : 'interrupted'}`
}
