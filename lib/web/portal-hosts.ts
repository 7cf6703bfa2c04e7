// Decides whether a request is for one of our hosts (docs/security.md row 11).
import 'server-only'
import { siteOf } from '../domain/site.ts'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/** Whether a host, as in the request, is one of our sites. False where the store is unavailable. */
export async function isPortalHost(host: string): Promise<boolean> {
  try {
    return (await siteOf(host)) !== null
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    log.warn('a host could not be looked up', { error, host })
    return false
  }
}
