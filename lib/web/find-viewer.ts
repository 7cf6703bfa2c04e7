// Finds the viewer by cookie, host and path: `currentViewer` calls it once per request.
import 'server-only'
import { siteOf } from '../domain/site.ts'
import { ImpersonationEnded } from '../errors.ts'
import {
  impersonationDigest,
  impersonationBasePath,
  impersonationNameIn,
  isImpersonationPath,
} from '../session/impersonation.ts'
import { presentedId } from '../session/cookie.ts'
import { proxyIdFieldsIn } from '../session/proxy-ids.ts'
import { loadSession, loadSessionAt } from '../session/record.ts'
import { currentRequest } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'

/**
 * The viewer, or null when nobody is signed in here: on this host, for the tenant that it serves. Proxy ids
 * in the URL are loaded along with the session. Under `/as/...` it is the impersonation of that name, which
 * must have been started by the very session of this browser.
 * @throws ImpersonationEnded where there is none (any more), or the name is invalid; Unavailable
 */
export async function findViewer(): Promise<Viewer | null> {
  const id = await presentedId()
  if (id === null) return null
  const request = currentRequest()
  const grant = impersonationNameIn(request.path)
  // These pages are not shown to a member's own session.
  if (grant === null && isImpersonationPath(request.path)) throw new ImpersonationEnded()
  const fields = proxyIdFieldsIn(request.path)
  const [site, session, impersonation] = await Promise.all([
    siteOf(request.host),
    loadSession(id, grant === null ? fields : []),
    grant === null ? null : loadSessionAt(impersonationDigest(grant), fields),
  ])
  if (session === null || site === null) return null
  if (site.tenant !== null && site.tenant !== session.record.tenant) return null
  if (session.record.startedAt < site.since) return null
  // The domain has been limited to another account since.
  const { self, granted } = session.record
  if (self !== null && site.account !== null && !site.account.equals(granted)) return null
  if (grant === null) return { session, request, base: '' }
  if (impersonation?.record.impersonation?.memberLineage !== session.record.lineage)
    throw new ImpersonationEnded()
  return { session: impersonation, request, base: impersonationBasePath(grant) }
}
