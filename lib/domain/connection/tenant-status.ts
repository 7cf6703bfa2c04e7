// What everybody of the team has to know on every page: how long the trial lasts, or why nothing works.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import type { TenantStatus } from '../../views/connection.ts'

const DAY = 24 * 60 * 60_000

/**
 * Null when all is well: it is said by the session alone, and asks nobody. Days left count the day that has
 * begun.
 */
export function tenantStatusOf(
  { session: { record } }: Viewer,
  now: number = Date.now(),
): TenantStatus | null {
  const { trialEndsAt, connected } = record
  if (trialEndsAt !== null && trialEndsAt <= now) return { kind: 'ended' }
  if (!connected) return { kind: 'disconnected' }
  return trialEndsAt === null ? null : { kind: 'trial', daysLeft: Math.ceil((trialEndsAt - now) / DAY) }
}
