// Whether a request asks for a host of ours (docs/security.md row 11).
import 'server-only'
import { siteOf } from '../domain/site.ts'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/** Whether a host, as the request names it, is one of our sites. Where the store cannot say, it is not. */
export async function isPortalHost(host: string): Promise<boolean> {
  try {
    return (await siteOf(host)) !== null
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    log.warn('a host could not be looked up', { error, host })
    return false
  }
}
