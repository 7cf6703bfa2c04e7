// Who is here: asked once a request, and the only way from a page into a session.
import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { siteOf } from '../domain/site.ts'
import { actingDigest, baseOf, grantIn, isWithinActing } from '../session/acting.ts'
import { presentedId } from '../session/cookie.ts'
import { fieldsNamedIn } from '../session/proxy-ids.ts'
import { loadSession, loadSessionAt } from '../session/record.ts'
import { currentRequest } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'
import { ActingEnded } from '../errors.ts'

export type { Viewer } from '../session/viewer.ts'

/**
 * The viewer, or null when nobody is signed in here: on this host, for the tenant it serves. Ids named in the URL come along. Under
 * `/as/...` it is the acting of that name, which must have been begun by the very session that asks.
 * @throws ActingEnded where there is none (any more), or the name is none; Unavailable
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const id = await presentedId()
  if (id === null) return null
  const request = currentRequest()
  const grant = grantIn(request.path)
  // These pages are shown to nobody's own session.
  if (grant === null && isWithinActing(request.path)) throw new ActingEnded()
  const fields = fieldsNamedIn(request.path)
  const [site, session, acting] = await Promise.all([
    siteOf(request.host),
    loadSession(id, grant === null ? fields : []),
    grant === null ? null : loadSessionAt(actingDigest(grant), fields),
  ])
  if (session === null || site === null) return null
  if (site.tenant !== null && site.tenant !== session.record.tenant) return null
  if (session.record.startedAt < site.since) return null
  // The domain has been tied to another account since.
  const { self, granted } = session.record
  if (self !== null && site.account !== null && !site.account.equals(granted)) return null
  if (grant === null) return { session, request, base: '' }
  if (acting?.record.acting?.under !== session.record.lineage) throw new ActingEnded()
  return { session: acting, request, base: baseOf(grant) }
})

/** The viewer; who is not signed in is sent to do so and comes back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer !== null) return viewer
  const { path } = currentRequest()
  return redirect(path === '/' || path === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
