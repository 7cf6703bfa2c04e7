// Kazoo's errors, each in its own spelling (docs/kazoo.md section 3).
import type { Json, JsonObject } from '../json.ts'
import { Refusal, type ErrorReply } from './reply.ts'

/** Errors of `cb_context:add_system_error`: a snake-case message, words in `data`. */
function systemError(status: number, message: string, words: string, more: JsonObject = {}): ErrorReply {
  return { status, message, data: { ...more, message: words } }
}

export const invalidCredentials = (): ErrorReply =>
  systemError(401, 'invalid_credentials', 'invalid credentials')

export const forbidden = (): ErrorReply => systemError(403, 'forbidden', 'forbidden')

/** A document or account that does not exist. */
export const badIdentifier = (cause: string): ErrorReply =>
  systemError(404, 'bad_identifier', 'bad identifier', { cause })

/** Other look-ups that found nothing: an API key, an attachment, a SIP user. */
export const badIdentifiers = (...ids: string[]): ErrorReply => ({
  status: 404,
  message: 'bad identifier',
  data: ids,
})

export const malformedAccountId = (id: string): ErrorReply => ({
  status: 404,
  message: 'bad identifier',
  data: { message: `invalid account_id '${id}'` },
})

export const notFound = (): ErrorReply => systemError(404, 'not_found', 'not found')

export const faultyRequest = (words: string): ErrorReply => systemError(404, 'faulty_request', words)

export const methodNotAllowed = (): ErrorReply => systemError(405, 'invalid_method', 'method not allowed')

export const conflict = (): ErrorReply => systemError(409, 'datastore_conflict', 'conflicting documents')

export const tooManyRequests = (): ErrorReply => systemError(429, 'too_many_requests', 'too many requests')

export const accountHasDescendants = (): ErrorReply =>
  systemError(500, 'account_has_descendants', 'account has descendants')

export const actionRequired = (): ErrorReply => systemError(500, 'action required', 'action required')

/** A Kazoo handler that crashed. */
export const initFailed = (): ErrorReply => ({ status: 500, message: 'init failed' })

/** Kazoo's answer to an array where it expects an object. */
export const notAnObject = (): ErrorReply => initFailed()

/** Errors of `crossbar_util:response`: the message in words, `data` as given. */
export const plainError = (status: number, message: string, data: Json = {}): ErrorReply => ({
  status,
  message,
  data,
})

export const validationError = (data: JsonObject): ErrorReply => ({
  status: 400,
  message: 'validation error',
  data,
})

/** No envelope, only a status: what cowboy itself answers. */
export const bare = (status: number) => ({ status, empty: true })

export function refuse(reply: ErrorReply | ReturnType<typeof bare>): never {
  throw new Refusal(reply)
}
