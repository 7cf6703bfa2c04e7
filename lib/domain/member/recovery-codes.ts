// Codes for when the app or the passkey is lost: ten, shown once, each good once; only their hashes are kept.
import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import type { Viewer } from '../../session/viewer.ts'
import { relyingParty } from './relying-party.ts'

const COUNT = 10
// Without what looks alike. 16 of 31 letters and digits are 79 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

/** Ten new codes, as they are shown: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)))
      .join('')
      .replaceAll(/.{4}(?=.)/g, '$&-'),
  )
}

/** The hash of a code however it was typed, or null when it has not the form of one. */
export function digestOfCode(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (!/^[a-z2-9]{16}$/.test(code)) return null
  return createHash('sha256').update(code).digest('hex')
}

/** Whose they are and where they are good: the head of the paper that they are kept on. */
export function codesAreFor({ session }: Viewer): { email: string; host: string } {
  return { email: session.record.email, host: relyingParty() }
}
