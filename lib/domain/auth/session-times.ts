// Computes how long the viewer's session lasts, for a browser that warns before it ends.
import 'server-only'
import { env } from '../../env.ts'
import { idleSecondsLeft } from '../../session/lifecycle.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { SessionTimes } from '../../views/session-times.ts'

/**
 * The times of a session whose idle limit this request has just extended; while impersonating, those of the
 * member's own session.
 */
export function sessionTimes({ session: { record } }: Viewer): SessionTimes {
  return {
    idle: Math.floor(env().sessionIdleMs / 1000),
    absolute: Math.max(
      Math.floor(((record.impersonation?.memberEndsAt ?? record.endsAt) - Date.now()) / 1000),
      0,
    ),
  }
}

/**
 * Seconds until the session ends without activity, 0 when it has ended. This request does not count as
 * activity.
 * @throws Unavailable without Redis
 */
export async function secondsLeft(): Promise<number> {
  return idleSecondsLeft()
}
