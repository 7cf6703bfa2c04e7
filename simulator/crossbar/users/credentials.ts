// A user's login: only hashes are stored, and a new one ends all their tokens (docs/kazoo.md section 10).
import { createHash } from 'node:crypto'
import { text, type JsonObject } from '../../json.ts'
import type { Call } from '../call.ts'
import type { Problems } from '../validate.ts'

export interface Credentials {
  /** Public fields, without the password. */
  fields: JsonObject
  /** Private keys to save; null removes one. */
  secrets: JsonObject
}

/** Validates username and password, and returns what to store for them. */
export function credentialsOf(
  call: Call,
  doc: JsonObject,
  stored: JsonObject | undefined,
  problems: Problems,
): Credentials {
  const { password, ...fields } = doc
  const newPassword = typeof password === 'string' && password !== '' ? password : undefined
  const username = text(fields, 'username')?.toLowerCase()
  if (username !== undefined) fields['username'] = username
  const old = stored && text(stored, 'username')
  const isWrong = problems.has('username') && (call.sim.flavour.kazoo === '5.0' || username === '')
  if (username !== undefined && username !== old && !isWrong) {
    if (newPassword === undefined)
      problems.add('password', 'required', {
        message: 'The password must be provided when creating / updating the user name',
        cause: username,
      })
  }
  if (newPassword === undefined) {
    if (username !== undefined) return { fields, secrets: {} }
    return { fields, secrets: stored ? { pvt_md5_auth: null, pvt_sha1_auth: null } : {} }
  }
  const login = username ?? `user_${call.sim.random.hex(16)}`
  fields['username'] = login
  return { fields, secrets: hashes(call, login, newPassword) }
}

function hashes(call: Call, username: string, password: string): JsonObject {
  call.sim.canaries.add('password', password)
  const login = `${username}:${password}`
  return {
    pvt_md5_auth: createHash('md5').update(login).digest('hex'),
    pvt_sha1_auth: createHash('sha1').update(login).digest('hex'),
    pvt_signature_secret: call.sim.random.hex(32),
  }
}
