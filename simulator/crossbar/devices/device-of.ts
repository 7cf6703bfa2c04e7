// The one device that a call is about.
import type { JsonObject } from '../../json.ts'
import { accountId, param, type Call } from '../call.ts'
import { load } from '../documents.ts'
import { userOf } from '../users/users.ts'

/** The device in the path; the user in it must be there too. @throws Refusal 404 */
export function deviceOf(call: Call): JsonObject {
  if (call.params['user'] !== undefined) userOf(call)
  return load(call, accountId(call), 'device', param(call, 'device'))
}
