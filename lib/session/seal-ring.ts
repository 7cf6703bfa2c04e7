// Encrypts what Redis keeps, under the numbered keys of SESSION_KEYS; a blob that was moved elsewhere does not open.
import 'server-only'
import type { KeyObject } from 'node:crypto'
import { env } from '../env.ts'
import { decrypt, encrypt, keyFor, newestNumber } from '../key-ring.ts'

/** What a key is used for: each use has keys of its own, derived from the same ring. */
export type Purpose = 'cookie' | 'record' | 'ids' | 'index' | 'pending' | 'work'

function keyOf(purpose: Purpose, number: number): KeyObject | null {
  return keyFor(env().sessionKeys, number, `portal ${purpose} ${number}`)
}

/** One byte of key number, then what is encrypted. `context` (the key and field it is stored at) is authenticated with it. */
export function sealBytes(purpose: Purpose, context: string, bytes: Buffer): Buffer {
  const number = newestNumber(env().sessionKeys)
  const key = number === null ? null : keyOf(purpose, number)
  if (number === null || key === null) throw new Error('the ring of session keys is empty')
  return Buffer.concat([Buffer.of(number), encrypt(key, `${number} ${purpose} ${context}`, bytes)])
}

/** What was sealed for this purpose and context, or null: a retired key, another context, a changed byte. */
export function openBytes(purpose: Purpose, context: string, sealed: Buffer): Buffer | null {
  const number = sealed[0]
  const key = number === undefined ? null : keyOf(purpose, number)
  return key === null ? null : decrypt(key, `${number} ${purpose} ${context}`, sealed.subarray(1))
}

/** The passwords for iron-session's seal of the cookie, numbered as the ring is. */
export function cookiePasswords(): Record<string, string> {
  return Object.fromEntries(
    [...env().sessionKeys.keys()].map((number) => [
      number,
      keyOf('cookie', number)?.export().toString('base64') ?? '',
    ]),
  )
}
