// The view types of the connection: state and kind of the credentials, never the credentials.

/** Why Kazoo did not answer properly, in the terms of lib/errors.ts. */
export type KazooFailure =
  | 'unreachable'
  | 'timeout'
  | 'interrupted'
  | 'refused'
  | 'forbidden'
  | 'limited'
  | 'badRequest'
  | 'paymentRequired'
  | 'conflict'
  | 'failed'
  | 'tooLarge'
  | 'faulty'
  | 'unknown'

/** Instants are ISO 8601. `lastError` is the reason of the last failure. */
export type ConnectionState = {
  tenant: string
  address: string
  /** Null: no credentials, the portal is disconnected. */
  credentials: 'token' | 'api key' | null
  /** The realm that identifies the trial's user; null for an API key. */
  realm: string | null
  heldSince: string | null
  lastWorkedAt: string | null
  lastError: KazooFailure | null
  lastErrorAt: string | null
  trial: { endsAt: string; daysLeft: number; ended: boolean } | null
  wentLiveAt: string | null
  /** When all data of this tenant is deleted; null: no deletion is scheduled. */
  removalAt: string | null
}

/** A capability of the Kazoo; `works` null: unknown. */
export type Capability = { name: 'accounts' | 'impersonation' | 'recovery'; works: boolean | null }

/** What the Kazoo reports now; null for unreported parts. `trouble`: it gave no usable answer. */
export type KazooStatus =
  | { ok: true; account: string; realm: string; version: string | null; capabilities: Capability[] }
  | { ok: false; reason: KazooFailure; reference: string }

/** Why every page shows a notice. */
export type TenantStatus = { kind: 'trial'; daysLeft: number } | { kind: 'ended' } | { kind: 'disconnected' }

/** The flash messages of the connection page. */
export const CONNECTION_FLASHES = [
  'live',
  'credentials',
  'address',
  'disconnected',
  'removal',
  'kept',
] as const
export type ConnectionFlash = (typeof CONNECTION_FLASHES)[number]

export type CredentialsField = 'kind' | 'realm' | 'token' | 'key'
export type AddressField = CredentialsField | 'origin'
