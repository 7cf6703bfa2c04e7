// Applies the operator's changes to open sessions, which are in Redis and may not be reachable.
import { Unavailable } from '../../lib/errors.ts'

/**
 * Runs `work` on the sessions. @throws Error that says what was done and what was not, when Redis does not
 * answer
 */
export async function reachSessions<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unavailable) || error.dependency !== 'redis') throw error
    throw new Error(
      'Done, but Redis is not responding, so open sessions are not updated yet. Run the same command again.',
      { cause: error },
    )
  }
}
