// What a browser may know of the people of a team, of their sessions and of how they prove who they are.
import type { Role } from './viewer.ts'

/** `invited`: they have not set a password yet. */
export type MemberStatus = 'invited' | 'active' | 'suspended'

/**
 * `me`: the viewer's own row, which they cannot change here. `lastOwner`: the one owner who can sign
 * in; a team keeps one. Instants are ISO 8601.
 */
export type MemberRow = {
  member: string
  name: string
  email: string
  role: Role
  status: MemberStatus
  secondFactor: boolean
  lastSignedInAt: string | null
  me: boolean
  lastOwner: boolean
}

/** One's own affairs. `pendingEmail` waits for its link to be used. */
export type Profile = { name: string; email: string; pendingEmail: string | null; language: string | null }

/** A session by a handle that is good for this viewer alone; `browser` and `system` are names such as Firefox and Windows. */
export type SessionRow = {
  session: string
  device: { browser: string | null; system: string | null }
  address: string
  startedAt: string
  lastSeenAt: string
  current: boolean
}

export type PasskeyRow = {
  passkey: string
  name: string
  host: string
  createdAt: string
  lastUsedAt: string | null
}

/** How the viewer proves who they are; `fresh`: what needs a new proof would not ask for one now. */
export type Factors = { totp: boolean; passkeys: PasskeyRow[]; recoveryCodesLeft: number; fresh: boolean }

/** What an app for codes is shown, once: `uri` for a QR code, `text` to type. */
export type TotpSetup = { uri: string; text: string }

/** What can be offered as the second step of a sign-in, besides one of the codes for when everything is lost; `app`: it shows codes. */
export type TwoFactor = { app: boolean; passkey: boolean }

/** What was done just now, for the pages that say so. */
export const SECURITY_FLASHES = ['totpOff', 'passkeyAdded', 'passkeyRemoved'] as const
export type SecurityFlash = (typeof SECURITY_FLASHES)[number]
export const SESSION_FLASHES = ['one', 'others'] as const
export type SessionFlash = (typeof SESSION_FLASHES)[number]
