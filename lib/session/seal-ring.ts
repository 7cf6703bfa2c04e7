// Encrypts what Redis keeps, under the numbered keys of SESSION_KEYS; a blob that was moved elsewhere does not open.
import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { env } from '../env.ts'
import { unseal } from '../sealed.ts'

/** What a key is used for: each use has keys of its own, derived from the same ring (HKDF, RFC 5869). */
export type Purpose = 'cookie' | 'record' | 'ids' | 'index' | 'pending' | 'work'

const NONCE = 12
const TAG = 16
const derived = new Map<string, KeyObject>()

function messageKeyOf(purpose: Purpose, number: number): KeyObject | null {
  const name = `${purpose} ${number}`
  const known = derived.get(name)
  if (known !== undefined) return known
  const root = env().sessionKeys.get(number)
  if (root === undefined) return null
  const bytes = hkdfSync('sha256', Buffer.from(unseal(root), 'base64'), '', `portal ${name}`, 32)
  const key = createSecretKey(Buffer.from(bytes))
  derived.set(name, key)
  return key
}

/** The number of the key that seals: the highest of the ring. */
function newest(): number {
  return Math.max(...env().sessionKeys.keys())
}

/** AES-256-GCM: one byte of key number, nonce, text, tag. `place` (the key and field it is stored at) is authenticated with it. */
export function sealBytes(purpose: Purpose, context: string, bytes: Buffer): Buffer {
  const number = newest()
  const key = messageKeyOf(purpose, number)
  if (key === null) throw new Error('the ring of session keys is empty')
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`${number} ${purpose} ${context}`))
  return Buffer.concat([Buffer.of(number), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed for this purpose and place, or null: a retired key, another place, a changed byte. */
export function openBytes(purpose: Purpose, context: string, sealed: Buffer): Buffer | null {
  const number = sealed[0]
  if (number === undefined || sealed.length < 1 + NONCE + TAG) return null
  const key = messageKeyOf(purpose, number)
  if (key === null) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(`${number} ${purpose} ${context}`))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** The passwords for iron-session's seal of the cookie, numbered as the ring is. */
export function cookiePasswords(): Record<string, string> {
  return Object.fromEntries(
    [...env().sessionKeys.keys()].map((number) => [
      number,
      messageKeyOf('cookie', number)?.export().toString('base64') ?? '',
    ]),
  )
}
