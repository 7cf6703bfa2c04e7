// Creates recovery codes: ten, shown once, each valid once; only their hashes are stored.
import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import type { Viewer } from '../../session/viewer.ts'
import { relyingParty } from './relying-party.ts'

const COUNT = 10
// Without similar-looking characters. 16 of 31 letters and digits are 79 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

/** Ten new codes, as shown: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)))
      .join('')
      .replaceAll(/.{4}(?=.)/g, '$&-'),
  )
}

/** The hash of a code in any spelling, or null when it has another form. */
export function digestOfCode(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (!/^[a-z2-9]{16}$/.test(code)) return null
  return createHash('sha256').update(code).digest('hex')
}

/** The member and host of the codes, for the head of the printed page. */
export function recoveryCodesHeading({ session }: Viewer): { email: string; host: string } {
  return { email: session.record.email, host: relyingParty() }
}
