// How long the viewer may still go on: for a browser that warns before it is over.
import 'server-only'
import { env } from '../../env.ts'
import { idleSecondsLeft } from '../../session/idle.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { SessionTimes } from '../../views/session-times.ts'

/**
 * The times of a session that was asked for just now, which has put off its idle end; of one's own session
 * also while impersonating.
 */
export function sessionTimes({ session: { record } }: Viewer): SessionTimes {
  return {
    idle: Math.floor(env().sessionIdleMs / 1000),
    absolute: Math.max(Math.floor(((record.impersonation?.until ?? record.endsAt) - Date.now()) / 1000), 0),
  }
}

/**
 * Seconds until the session ends if nothing is done, 0 when it has ended; asking is not doing. @throws
 * Unavailable without Redis.
 */
export async function secondsLeft(): Promise<number> {
  return idleSecondsLeft()
}
