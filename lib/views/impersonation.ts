// What a browser may know of who acts as whom.

/** By whom an acting was ended before its time. `team`: the member lost their place in the team, or their tenant its. */
export type ImpersonationEnd = 'self' | 'signOut' | 'owner' | 'customer' | 'team'

/** An acting: `targetName` null is the account's admin; `native`: by Kazoo's own token. Instants in ISO 8601; `endedAt` null: it goes on. */
export type ImpersonationRow = {
  id: string
  member: string
  targetName: string | null
  account: string
  reason: string
  ticket: string | null
  changes: boolean
  native: boolean
  beganAt: string
  endsAt: string
  endedAt: string | null
  endedBy: ImpersonationEnd | null
}

export type ImpersonationField = 'target' | 'reason' | 'ticket' | 'changes'
export type ImpersonationPolicyField = 'shown' | 'mailed'

/** Whom somebody is about to act as: `targetName` null is the account's admin. */
export type ImpersonationTarget = {
  target: string
  targetName: string | null
  account: string
  mayChange: boolean
  /** Who will see to it: Kazoo by its own impersonation, or the portal by narrowing its own access; unknown before Kazoo is asked. */
  by: 'kazoo' | 'portal' | 'unknown'
  back: `/users/${string}` | `/accounts/${string}`
}
