// The view types of team members, their sessions and their factors.
import type { Role } from './viewer.ts'

/** `invited`: they have not set a password yet. */
export type MemberStatus = 'invited' | 'active' | 'suspended'

/**
 * `me`: the viewer's own row, which they cannot change here. `lastOwner`: the only owner who can sign in; a
 * team keeps one. Instants are ISO 8601.
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

/** The own profile. `pendingEmail` becomes active when its link is used. */
export type Profile = { name: string; email: string; pendingEmail: string | null; language: string | null }

/**
 * A session by a handle that only this viewer can use; `browser` and `system` are names such as Firefox and
 * Windows.
 */
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

/** The viewer's factors; `fresh`: no step-up is needed now. */
export type Factors = { totp: boolean; passkeys: PasskeyRow[]; recoveryCodesLeft: number; fresh: boolean }

/** The secret for an authenticator app, shown once: `uri` for a QR code, `text` to type. */
export type TotpSetup = { uri: string; text: string }

/** The factors for the second step of a sign-in, besides recovery codes; `app`: an authenticator app. */
export type TwoFactor = { app: boolean; passkey: boolean }

/** The flash messages of the security pages. */
export const SECURITY_FLASHES = ['totpOff', 'passkeyAdded', 'passkeyRemoved'] as const
export type SecurityFlash = (typeof SECURITY_FLASHES)[number]
export const SESSION_FLASHES = ['one', 'others'] as const
export type SessionFlash = (typeof SESSION_FLASHES)[number]
