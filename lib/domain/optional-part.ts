// Loads a part of a page that can be missing.
import 'server-only'
import { NotFound, Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/**
 * The result of `read`, or null where Kazoo does not deliver it now: the page says so in that part, and the
 * cause is logged.
 * @throws whatever other error `read` throws
 */
export async function loadOptional<T>(part: string, read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unavailable)) throw error
    log.warn('a part of a page is missing', { part, error })
    return null
  }
}
