// Creates the secret of a link: 256 random bits, sent in one mail and stored as a hash (docs/security.md row
// 17).
import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { seal, unseal, type Sealed } from '../../sealed.ts'

export type LinkToken = Sealed<'link token'>
/** A whole address with a token in it. */
export type LinkAddress = Sealed<'link address'>

const FORM = /^[A-Za-z0-9_-]{43}$/

/** A new token. */
export function freshLinkToken(): LinkToken {
  return seal<'link token'>(randomBytes(32).toString('base64url'))
}

/** `text` as a token, or null when it has another form. */
export function linkToken(text: string): LinkToken | null {
  return FORM.test(text) ? seal<'link token'>(text) : null
}

/** What is stored of a token: its SHA-256 in hex. A plain hash is enough for a long random value. */
export function hashOfLink(token: LinkToken): string {
  return createHash('sha256').update(unseal(token)).digest('hex')
}

/** The address in the mail. */
export function linkAddress(origin: string, token: LinkToken): LinkAddress {
  return seal<'link address'>(`${origin}/link/${unseal(token)}`)
}
