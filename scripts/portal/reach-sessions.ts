// What the operator changes reaches the sessions that are open; those are in Redis, which may not answer.
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
