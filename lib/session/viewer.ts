// Who is here: asked once a request, and the only way from a page into a session.
import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { presentedId } from './cookie.ts'
import { fieldsNamedIn } from './proxy-ids.ts'
import { loadSession, type Session } from './record.ts'
import { currentRequest, type RequestFacts } from './request.ts'

/** The person before the page, the session they work in, and the request under way. Every verb of the domain is given one. */
export type Viewer = { readonly session: Session; readonly request: RequestFacts }

/** The viewer, or null when nobody is signed in. One round trip, ids named in the URL included. @throws Unavailable without Redis. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const id = await presentedId()
  if (id === null) return null
  const request = currentRequest()
  const session = await loadSession(id, fieldsNamedIn(request.path))
  return session === null ? null : { session, request }
})

/** The viewer; who is not signed in is sent to do so and comes back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer !== null) return viewer
  const { path } = currentRequest()
  return redirect(path === '/' || path === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
