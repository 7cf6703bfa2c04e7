// A part that a page can be shown without.
import 'server-only'
import { NotFound, Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/**
 * What `read` answers, or null where Kazoo does not give it now: the page says that of this part, and the log
 * has why. @throws whatever else goes wrong
 */
export async function partOf<T>(part: string, read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unavailable)) throw error
    log.warn('a part of a page is missing', { part, error })
    return null
  }
}
