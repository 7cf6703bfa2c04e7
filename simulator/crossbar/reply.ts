// What a handler answers, before it is put into Kazoo's envelope.
import type { Json } from '../json.ts'

export interface Page {
  /** Rows in the answer. */
  size: number
  start?: string
  next?: string
}

export interface Reply {
  status: number
  /** Left out of the envelope when undefined. */
  data?: Json
  /** Makes it an error. */
  message?: string
  /** A document's revision, or 'list' for an ETag that is another one each time. */
  revision?: string
  /** ETags are for GET; `revision` is returned for other verbs too. */
  location?: string
  page?: Page
  /** A new token for the envelope. */
  token?: string
  raw?: { type: string; bytes: Buffer; name?: string }
  /** No envelope at all. */
  empty?: boolean
}

export interface ErrorReply extends Reply {
  message: string
}

/** Thrown to end a request with an error. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reply: Reply

  constructor(reply: Reply) {
    super(reply.message ?? `status ${reply.status}`)
    this.reply = reply
  }
}

export type ReplyExtras = Omit<Reply, 'status' | 'data' | 'message'>

/** 200, or 201 for PUT (see `succeed` in pipeline.ts). */
export function ok(data?: Json, extras: ReplyExtras = {}): Reply {
  return { status: 200, ...(data === undefined ? {} : { data }), ...extras }
}

/** 201 for any verb. */
export function created(data?: Json, extras: ReplyExtras = {}): Reply {
  return { ...ok(data, extras), status: 201 }
}
