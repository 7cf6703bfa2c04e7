// The view types of impersonations.

/**
 * How an impersonation ended before its time. `team`: the member left the team, or their tenant was closed.
 */
export type ImpersonationEnd = 'self' | 'signOut' | 'owner' | 'customer' | 'team'

/**
 * An impersonation: `targetName` null is the account's admin; `native`: by Kazoo's own token. Instants in ISO
 * 8601; `endedAt` null: it is active. `resume` is its path, where it is the viewer's own and active.
 */
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
  resume: `/as/${string}` | null
}

export type ImpersonationField = 'target' | 'reason' | 'ticket' | 'changes'
export type ImpersonationPolicyField = 'shown' | 'mailed'

/** A user of an account who can be impersonated. The name may be empty. */
export type ImpersonationChoice = { target: string; name: string; admin: boolean }

/**
 * The target of an impersonation that is about to start: `targetName` null is an account, whose users are
 * `choices`, and `chosen` is its only admin, or itself. `reasons` are the viewer's latest ones.
 */
export type ImpersonationTarget = {
  target: string
  targetName: string | null
  account: string
  choices: readonly ImpersonationChoice[]
  chosen: string
  reasons: readonly string[]
  mayChange: boolean
  /**
   * Who enforces it: Kazoo by its own impersonation, or the portal by narrowing its own grant; unknown before
   * Kazoo is asked.
   */
  by: 'kazoo' | 'portal' | 'unknown'
  back: `/users/${string}` | `/accounts/${string}`
}
