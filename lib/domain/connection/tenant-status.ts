// Computes the notice on every page of a team: how long the trial lasts, or why nothing works.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import type { TenantStatus } from '../../views/connection.ts'

const DAY = 24 * 60 * 60_000

/** The notice, or null when all is well. Reads the session only. Days left include today. */
export function tenantStatusOf(
  { session: { record } }: Viewer,
  now: number = Date.now(),
): TenantStatus | null {
  const { trialEndsAt, connected } = record
  if (trialEndsAt !== null && trialEndsAt <= now) return { kind: 'ended' }
  if (!connected) return { kind: 'disconnected' }
  return trialEndsAt === null ? null : { kind: 'trial', daysLeft: Math.ceil((trialEndsAt - now) / DAY) }
}
