// What the page of the connection knows: what is held and how it does, never the credentials.

/** Why Kazoo did not answer as it should; the words of lib/errors.ts. */
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

/** Instants are ISO 8601. `lastError` is a word of ours: which trouble Kazoo was in, or made. */
export type ConnectionState = {
  tenant: string
  address: string
  /** Null: nothing is held, the portal is disconnected. */
  credentials: 'token' | 'api key' | null
  /** What the trial's user is looked up by; null for an API key. */
  realm: string | null
  heldSince: string | null
  lastWorkedAt: string | null
  lastError: KazooFailure | null
  lastErrorAt: string | null
  trial: { endsAt: string; daysLeft: number; ended: boolean } | null
  wentLiveAt: string | null
  /** When everything the portal holds of this tenant is deleted; null: nobody asked for that. */
  removalAt: string | null
}

/** Something that a Kazoo may be able to do; `works` null: it did not say. */
export type Capability = { name: 'accounts' | 'impersonation' | 'recovery'; works: boolean | null }

/** What the Kazoo says of itself now; null where it does not say. `trouble`: it was asked and gave no answer that is one. */
export type KazooStatus =
  | { ok: true; account: string; realm: string; version: string | null; capabilities: Capability[] }
  | { ok: false; reason: KazooFailure; reference: string }

/** Why the line at the head of every page is there. */
export type TenantStatus = { kind: 'trial'; daysLeft: number } | { kind: 'ended' } | { kind: 'disconnected' }

/** What was done just now, for the page that says so. */
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
