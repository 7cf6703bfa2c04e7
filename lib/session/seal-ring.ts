// Encrypts what is stored in Redis, under the numbered keys of SESSION_KEYS; a value that was moved to
// another key does not decrypt.
import 'server-only'
import type { KeyObject } from 'node:crypto'
import { env } from '../env.ts'
import { decrypt, encrypt, keyFor, newestNumber } from '../key-ring.ts'

/** What a derived key is used for; each use has its own. */
export type Purpose = 'cookie' | 'record' | 'ids' | 'index' | 'pending' | 'work'

function derivedKey(purpose: Purpose, number: number): KeyObject | null {
  return keyFor(env().sessionKeys, number, `portal ${purpose} ${number}`)
}

/**
 * One byte of key number, then the encrypted bytes. `context` (the Redis key and field) is authenticated with
 * them.
 */
export function sealBytes(purpose: Purpose, context: string, bytes: Buffer): Buffer {
  const number = newestNumber(env().sessionKeys)
  const key = number === null ? null : derivedKey(purpose, number)
  if (number === null || key === null) throw new Error('the ring of session keys is empty')
  return Buffer.concat([Buffer.of(number), encrypt(key, `${number} ${purpose} ${context}`, bytes)])
}

/**
 * What was encrypted for this purpose and context. Null: a retired key, another context, or a changed byte.
 */
export function openBytes(purpose: Purpose, context: string, sealed: Buffer): Buffer | null {
  const number = sealed[0]
  const key = number === undefined ? null : derivedKey(purpose, number)
  return key === null ? null : decrypt(key, `${number} ${purpose} ${context}`, sealed.subarray(1))
}

/** The passwords for iron-session, numbered as the ring is. */
export function cookiePasswords(): Record<string, string> {
  return Object.fromEntries(
    [...env().sessionKeys.keys()].map((number) => [
      number,
      derivedKey('cookie', number)?.export().toString('base64') ?? '',
    ]),
  )
}
