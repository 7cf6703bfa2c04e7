// Encrypts secrets at rest: each in an AES-256-GCM envelope that opens only in the context it was sealed for
// (docs/security.md row 16).
import 'server-only'
import { createHmac, randomBytes, type KeyObject } from 'node:crypto'
import type { Ring } from '../env.ts'
import { decrypt, encrypt, keyFor, newestNumber } from '../key-ring.ts'
import { seal, unseal, type Sealed } from '../sealed.ts'

declare const envelope: unique symbol
/** `v1.<number of the key>.<base64url of nonce, ciphertext and tag>`. */
export type Envelope = string & { readonly [envelope]: true }

/** Where an envelope belongs. All three parts, and the number of the key, are its associated data. */
export type EncryptionContext = { tenant: string; kind: string; row: string }

/**
 * An envelope that does not open: damaged, moved from another context, or its key is no longer in the ring.
 */
export class EnvelopeFault extends Error {
  override readonly name = 'EnvelopeFault'
  constructor(message = 'A sealed record does not open here.') {
    super(message)
  }
}

const FORM = /^v1\.([1-9]\d{0,2})\.([A-Za-z0-9_-]{38,})$/

/** Seals `secret` for `context` under the newest key of the ring. */
export function sealEnvelope(ring: Ring, context: EncryptionContext, secret: Sealed<string>): Envelope {
  const number = newestKey(ring)
  const bytes = encrypt(keyOf(ring, number), associated(context, number), Buffer.from(unseal(secret)))
  return asEnvelope(`v1.${number}.${bytes.toString('base64url')}`)
}

/**
 * Opens an envelope that was sealed for the same context. The caller names the kind of secret.
 * @throws EnvelopeFault
 */
export function openEnvelope<Kind extends string>(
  ring: Ring,
  context: EncryptionContext,
  text: string,
): Sealed<Kind> {
  const [, digits = '', body = ''] = FORM.exec(text) ?? []
  const number = Number(digits)
  const bytes = decrypt(keyOf(ring, number), associated(context, number), Buffer.from(body, 'base64url'))
  if (bytes === null) throw new EnvelopeFault()
  return seal<Kind>(bytes.toString('utf8'))
}

/**
 * The same secret for the same context under the newest key, or null when it already is.
 * @throws EnvelopeFault
 */
export function resealEnvelope(ring: Ring, context: EncryptionContext, text: string): Envelope | null {
  if (text.startsWith(`v1.${newestKey(ring)}.`)) return null
  return sealEnvelope(ring, context, openEnvelope(ring, context, text))
}

/** The number of the newest key. */
export function newestKey(ring: Ring): number {
  const number = newestNumber(ring)
  if (number === null) throw new EnvelopeFault('There is no key to seal with.')
  return number
}

/**
 * HMAC-SHA256 of secrets under a sealed key, in hex: to find, or keep unique, what must not be stored in
 * clear.
 */
export function digest(key: Sealed<'key'>, purpose: string, ...secrets: Sealed<string>[]): string {
  const hmac = createHmac('sha256', Buffer.from(unseal(key), 'base64'))
  return hmac.update(JSON.stringify([purpose, ...secrets.map(unseal)])).digest('hex')
}

/** A new key of 32 bytes. */
export function freshKey(): Sealed<'key'> {
  return seal<'key'>(randomBytes(32).toString('base64'))
}

/** Several secrets as one, so that they share an envelope. */
export function joined(...secrets: Sealed<string>[]): Sealed<'joined'> {
  return seal<'joined'>(JSON.stringify(secrets.map(unseal)))
}

/**
 * One of the secrets that `joined` combined; the caller names its kind.
 * @throws EnvelopeFault when there is no `index`th
 */
export function part<Kind extends string>(all: Sealed<'joined'>, index: number): Sealed<Kind> {
  const texts: unknown = JSON.parse(unseal(all))
  const text: unknown = Array.isArray(texts) ? texts[index] : undefined
  if (typeof text !== 'string') throw new EnvelopeFault()
  return seal<Kind>(text)
}

function keyOf(ring: Ring, number: number): KeyObject {
  const key = keyFor(ring, number, 'portal store envelope v1')
  if (key === null) throw new EnvelopeFault()
  return key
}

function associated(context: EncryptionContext, number: number): string {
  return JSON.stringify([context.tenant, context.kind, context.row, number])
}

function asEnvelope(text: string): Envelope {
  if (!isEnvelope(text)) throw new EnvelopeFault()
  return text
}

function isEnvelope(text: string): text is Envelope {
  return FORM.test(text)
}
