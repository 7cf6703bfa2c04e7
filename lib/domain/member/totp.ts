// Verifies codes of an authenticator app (TOTP, RFC 6238): six digits of SHA-1 in steps of 30 seconds, one
// step early or late, each code once.
import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../../sealed.ts'
import type { TotpSecret } from '../../store/second-factors.ts'

const PERIOD = 30
/**
 * Steps before and after the current one whose codes are accepted, for clocks that differ (RFC 6238, 5.2).
 */
const WINDOW = 1

/** A new secret of 160 bits. */
export function newTotpSecret(): TotpSecret {
  return seal<'totp secret'>(new Secret({ size: 20 }).base32)
}

/** The secret for the set-up page: as a link for the QR code, and as text to type. */
export function totpSetup(secret: TotpSecret, email: string, issuer: string): { uri: string; text: string } {
  const text = unseal(secret)
  return { uri: totp(secret, email, issuer).toString(), text: text.replaceAll(/.{4}(?=.)/g, '$& ') }
}

/**
 * The time step of a code, or null if no current step has it. Whether it was used already is decided in the
 * store.
 */
export function stepOfCode(secret: TotpSecret, typed: string, now: number = Date.now()): number | null {
  const token = typed.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

function totp(secret: TotpSecret, label = 'portal', issuer = 'portal'): TOTP {
  const shape = { algorithm: 'SHA1', digits: 6, period: PERIOD }
  return new TOTP({ ...shape, label, issuer, secret: Secret.fromBase32(unseal(secret)) })
}
