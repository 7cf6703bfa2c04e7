// Encrypts with AES-256-GCM under a ring of numbered keys: a value opens only under the same key, for the
// same use and with the same associated data (docs/security.md row 16).
import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import type { Ring } from './env.ts'
import { unseal, type Sealed } from './sealed.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

const derived = new WeakMap<Sealed<'key'>, Map<string, KeyObject>>()

/** The number of the key that encrypts: the highest. Null: the ring is empty. */
export function newestNumber(ring: Ring): number | null {
  return ring.size === 0 ? null : Math.max(...ring.keys())
}

/**
 * The key of this number for one use: each use has a key of its own (HKDF, RFC 5869). Null: the ring has no
 * such number, or its key has not 32 bytes.
 */
export function keyFor(ring: Ring, number: number, use: string): KeyObject | null {
  const root = ring.get(number)
  if (root === undefined) return null
  const keys = derived.get(root) ?? new Map<string, KeyObject>()
  const known = keys.get(use)
  if (known !== undefined) return known
  const bytes = Buffer.from(unseal(root), 'base64')
  if (bytes.length !== KEY_BYTES) return null
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', use, KEY_BYTES)))
  derived.set(root, keys.set(use, key))
  return key
}

/** A new nonce of 12 bytes, the encrypted bytes, and the tag of 16 bytes, concatenated. */
export function encrypt(key: KeyObject, associated: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(associated))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/**
 * The plaintext that was given to `encrypt`, or null: another key, other associated data, a changed or
 * missing byte.
 */
export function decrypt(key: KeyObject, associated: string, encrypted: Buffer): Buffer | null {
  if (encrypted.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = encrypted.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(associated))
  decipher.setAuthTag(encrypted.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(encrypted.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
