// What the page of the connection knows: what is held and how it does, never the credentials.

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
  lastError: 'unreachable' | 'refused' | 'limited' | 'faulty' | 'unknown' | null
  lastErrorAt: string | null
  trial: { endsAt: string; daysLeft: number; ended: boolean } | null
  wentLiveAt: string | null
  /** When everything the portal holds of this tenant is deleted; null: nobody asked for that. */
  removalAt: string | null
}

export type CredentialsField = 'realm' | 'token' | 'key' | 'origin' | 'name'
